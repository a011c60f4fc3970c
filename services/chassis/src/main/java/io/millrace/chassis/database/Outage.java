package io.millrace.chassis.database;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;

/** Tells an outage of the database from a defect. */
public final class Outage {

    private Outage() {}

    /** Whether the database could not serve, whatever it was asked: trying again later may succeed. */
    public static boolean isBehind(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException failure && isOutage(failure));
    }

    private static boolean isOutage(SQLException failure) {
        return switch (failure) {
            case SQLTransientConnectionException _, SQLNonTransientConnectionException _, SQLRecoverableException _ ->
                true;
            default -> isOutageState(failure.getSQLState());
        };
    }

    /**
     * Connection exceptions, insufficient resources, an operator who shuts down, a server that only reads since it failed
     * over, a transaction that was idle for too long, a lock that was
     * not to be had in time, a disk that fails. No state at all means that no server answered: the pool itself says that the connection is
     * closed.
     */
    private static boolean isOutageState(String state) {
        return state == null
                || state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57P")
                || state.startsWith("58")
                || state.equals("25006")
                || state.equals("25P03")
                || state.equals("55P03");
    }
}

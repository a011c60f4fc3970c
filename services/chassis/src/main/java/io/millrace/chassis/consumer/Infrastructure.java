package io.millrace.chassis.consumer;

import io.micronaut.transaction.exceptions.CannotCreateTransactionException;
import io.millrace.chassis.database.Outage;
import io.millrace.chassis.source.SourceLostException;
import io.millrace.chassis.source.SourceUnavailableException;
import java.sql.SQLException;
import java.util.stream.Stream;

/**
 * Tells a failure of what events run on from a failure of an event. The first kind is tried again for as long as it takes
 * and parks nothing.
 */
final class Infrastructure {

    private Infrastructure() {}

    static boolean isBehind(Throwable thrown) {
        return Thread.currentThread().isInterrupted()
                || Outage.isBehind(thrown)
                || Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                        .anyMatch(Infrastructure::isInfrastructure);
    }

    private static boolean isInfrastructure(Throwable cause) {
        return switch (cause) {
            case FencedException _, DamagedStreamException _, PausedException _ -> true;
            case SourceLostException _, SourceUnavailableException _ -> true;
            case CannotCreateTransactionException _, InterruptedException _ -> true;
            case SQLException failure -> isConflict(failure.getSQLState());
            case StackOverflowError _ -> false;
            case VirtualMachineError _ -> true;
            default -> false;
        };
    }

    /** Serialisation failures and deadlocks. */
    private static boolean isConflict(String state) {
        return state != null && (state.startsWith("40"));
    }
}

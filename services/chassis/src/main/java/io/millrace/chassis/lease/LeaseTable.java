package io.millrace.chassis.lease;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.IntSupplier;

/** The statements on {@code messaging.lease}. Time is the database's, so that the clocks of instances do not matter. */
@Singleton
class LeaseTable {

    private final TransactionOperations<Connection> transactions;

    LeaseTable(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    /** Takes a lease that is free, expired or was this instance's in an earlier life. The epoch rises by one. */
    OptionalLong take(String name, String owner, Duration duration) {
        return transactions.executeWrite(tx -> {
            try (var statement = tx.getConnection().prepareStatement("""
                INSERT INTO messaging.lease AS l (name, owner, epoch, expires_at)
                VALUES (?, ?, 1, clock_timestamp() + ? * interval '1 millisecond')
                ON CONFLICT (name) DO UPDATE
                SET owner = EXCLUDED.owner, epoch = l.epoch + 1, expires_at = EXCLUDED.expires_at
                WHERE l.expires_at <= clock_timestamp() OR l.owner = EXCLUDED.owner
                RETURNING epoch\
                """)) {
                statement.setString(1, name);
                statement.setString(2, owner);
                statement.setLong(3, duration.toMillis());
                var row = statement.executeQuery();
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        });
    }

    /** Prolongs a lease, unless somebody else has taken it. */
    boolean renew(String name, String owner, long epoch, Duration duration) {
        return transactions.executeWrite(tx -> {
            try (var statement = tx.getConnection().prepareStatement("""
                UPDATE messaging.lease
                SET expires_at = clock_timestamp() + ? * interval '1 millisecond'
                WHERE name = ? AND owner = ? AND epoch = ?\
                """)) {
                statement.setLong(1, duration.toMillis());
                statement.setString(2, name);
                statement.setString(3, owner);
                statement.setLong(4, epoch);
                return statement.executeUpdate() == 1;
            }
        });
    }

    /** Makes a change in a transaction that locks the lease, if it is still held. */
    int holding(String name, String owner, long epoch, IntSupplier change) {
        return transactions.executeWrite(tx -> {
            try (var statement = tx.getConnection().prepareStatement("""
                SELECT FROM messaging.lease
                WHERE name = ? AND owner = ? AND epoch = ?
                FOR UPDATE\
                """)) {
                statement.setString(1, name);
                statement.setString(2, owner);
                statement.setLong(3, epoch);
                if (!statement.executeQuery().next()) {
                    throw new IllegalStateException("another instance has taken lease " + name);
                }
            }
            return change.getAsInt();
        });
    }

    /** Gives a lease back, so that another instance need not wait. */
    void release(String name, String owner, long epoch) {
        transactions.executeWrite(tx -> {
            try (var statement = tx.getConnection().prepareStatement("""
                UPDATE messaging.lease
                SET expires_at = clock_timestamp(), owner = ''
                WHERE name = ? AND owner = ? AND epoch = ?\
                """)) {
                statement.setString(1, name);
                statement.setString(2, owner);
                statement.setLong(3, epoch);
                return statement.executeUpdate();
            }
        });
    }
}

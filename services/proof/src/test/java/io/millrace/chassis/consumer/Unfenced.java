package io.millrace.chassis.consumer;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.TransactionOperations;
import io.millrace.chassis.parked.Fence;
import jakarta.inject.Singleton;
import java.sql.Connection;

/**
 * Broken on purpose: whoever comes moves the position, be it as the owner that rules or not. The check of the position
 * goes with the check of the epoch, because either of them alone keeps a zombie out.
 */
@Singleton
@Replaces(ConsumerTable.class)
@Requires(property = "broken", value = "fencing")
class Unfenced extends ConsumerTable {

    private final TransactionOperations<Connection> transactions;

    Unfenced(TransactionOperations<Connection> transactions, Eviction eviction) {
        super(transactions, eviction);
        this.transactions = transactions;
    }

    @Override
    void advance(Fence fence, long from, Position to) {
        transactions.executeWrite(tx -> {
            try (var statement = tx.getConnection()
                    .prepareStatement("UPDATE messaging.consumer SET position = ?, event_id = ? WHERE name = ?")) {
                statement.setLong(1, to.sequence());
                statement.setString(2, to.eventId().orElse(null));
                statement.setString(3, fence.consumer());
                return statement.executeUpdate();
            }
        });
    }
}

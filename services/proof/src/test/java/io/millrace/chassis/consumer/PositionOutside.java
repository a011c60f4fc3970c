package io.millrace.chassis.consumer;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.TransactionOperations;
import io.millrace.chassis.parked.Fence;
import jakarta.inject.Singleton;
import java.sql.Connection;

/** Broken on purpose: the position moves in a transaction of its own, beside the one that holds the effects. */
@Singleton
@Replaces(ConsumerTable.class)
@Requires(property = "broken", value = "position")
class PositionOutside extends ConsumerTable {

    private final TransactionOperations<Connection> transactions;

    PositionOutside(TransactionOperations<Connection> transactions, Eviction eviction) {
        super(transactions, eviction);
        this.transactions = transactions;
    }

    @Override
    void advance(Fence fence, long from, Position to) {
        transactions.execute(TransactionDefinition.of(Propagation.REQUIRES_NEW), tx -> {
            super.advance(fence, from, to);
            return null;
        });
    }
}

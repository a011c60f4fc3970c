package io.millrace.chassis.consumer;

import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.TransactionOperations;
import io.millrace.chassis.ThingHappened;
import io.millrace.chassis.handler.EventContext;
import io.millrace.chassis.handler.EventHandler;
import io.millrace.chassis.handler.Projection;
import java.sql.Connection;

/** Listens to a system that nobody here wrote. */
@EventHandler(from = "${tests.outside-from}", foreign = true, keep = "1h")
@Requires(property = "tests.outside-from")
class OutsideThings {

    private final TransactionOperations<Connection> transactions;

    OutsideThings(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    @Projection
    void happened(ThingHappened event, EventContext context) {
        Throwable told = Things.failure.apply(event.thing() + " " + event.number());
        if (told != null) {
            throw new IllegalStateException(told);
        }
        transactions.executeWrite(tx -> {
            try (var statement = tx.getConnection().prepareStatement("INSERT INTO effect (effect) VALUES (?)")) {
                statement.setString(
                        1,
                        event.thing() + " " + event.number() + " of "
                                + context.envelope().source());
                return statement.executeUpdate();
            }
        });
    }
}

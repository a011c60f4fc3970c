package io.millrace.chassis.consumer;

import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.TransactionOperations;
import io.millrace.chassis.ThingHappened;
import io.millrace.chassis.handler.EventContext;
import io.millrace.chassis.handler.EventHandler;
import io.millrace.chassis.handler.Projection;
import java.sql.Connection;

/** Another consumer of the same events, which never fails. */
@EventHandler(from = "${tests.from}", name = "other")
@Requires(property = "tests.other")
class OtherThings {

    private final TransactionOperations<Connection> transactions;

    OtherThings(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    @Projection
    void happened(ThingHappened event, EventContext context) {
        transactions.executeWrite(tx -> {
            try (var statement = tx.getConnection().prepareStatement("INSERT INTO effect (effect) VALUES (?)")) {
                statement.setString(1, "other " + event.thing() + " " + event.number());
                return statement.executeUpdate();
            }
        });
    }
}

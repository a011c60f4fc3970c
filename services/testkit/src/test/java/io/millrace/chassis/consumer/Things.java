package io.millrace.chassis.consumer;

import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.TransactionOperations;
import io.millrace.chassis.ThingEnded;
import io.millrace.chassis.ThingHappened;
import io.millrace.chassis.handler.EventContext;
import io.millrace.chassis.handler.EventHandler;
import io.millrace.chassis.handler.Projection;
import io.millrace.chassis.handler.Received;
import io.millrace.chassis.outbox.Outbox;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Writes down every effect without a unique key, so that a test sees one that is missing or doubled. */
@EventHandler(from = "${tests.from}")
@Requires(property = "tests.from")
class Things {

    /** What writing an effect fails with, or null. */
    static volatile Function<String, Throwable> failure = effect -> null;

    /** How often a handler was called. */
    static final AtomicInteger CALLS = new AtomicInteger();

    private final TransactionOperations<Connection> transactions;

    Things(TransactionOperations<Connection> transactions, Outbox outbox) {
        this.transactions = transactions;
    }

    @Projection
    void happened(List<Received<ThingHappened>> batch) {
        CALLS.incrementAndGet();
        batch.forEach(received ->
                write(received.event().thing() + " " + received.event().number()));
    }

    @Projection
    void ended(ThingEnded event, EventContext context) {
        CALLS.incrementAndGet();
        write(event.thing() + " ended " + context.envelope().sequence());
    }

    /** The way of checked exceptions through code that does not declare them, as the transaction manager's. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> void failIfTold(String effect) throws T {
        Throwable told = failure.apply(effect);
        if (told != null) {
            throw (T) told;
        }
    }

    private void write(String effect) {
        transactions.executeWrite(tx -> {
            try (var statement = tx.getConnection().prepareStatement("INSERT INTO effect (effect) VALUES (?)")) {
                statement.setString(1, effect);
                statement.executeUpdate();
                Things.<RuntimeException>failIfTold(effect);
                return null;
            }
        });
    }
}

package io.millrace.chassis.consumer;

import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.TransactionOperations;
import io.millrace.chassis.ThingHappened;
import io.millrace.chassis.handler.EventHandler;
import io.millrace.chassis.handler.Projection;
import io.millrace.chassis.handler.Received;
import java.sql.Connection;
import java.util.List;

/** A projection that can be rebuilt: how often, and with what last, each thing happened. */
@EventHandler(
        from = "${tests.book-from}",
        tables = {"thing", "thing_note"})
@Requires(property = "tests.book-from")
class ThingBook {

    /** What is added to every number: a projection that was changed, and is rebuilt for that. */
    static volatile int added;

    private final TransactionOperations<Connection> transactions;

    ThingBook(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    static final String TABLES = """
            CREATE TABLE thing (id text CONSTRAINT thing_key PRIMARY KEY, times int NOT NULL, last int NOT NULL);
            CREATE INDEX thing_by_last ON thing (last) WHERE last > 0;
            CREATE TABLE thing_note (thing text NOT NULL REFERENCES thing (id), number int NOT NULL);
            CREATE TABLE effect (id bigint GENERATED ALWAYS AS IDENTITY, effect text)""";

    @Projection
    void happened(List<Received<ThingHappened>> batch) {
        transactions.executeWrite(tx -> {
            for (Received<ThingHappened> received : batch) {
                write(tx.getConnection(), received.event());
            }
            return null;
        });
    }

    private static void write(Connection connection, ThingHappened event) throws java.sql.SQLException {
        Throwable told = Things.failure.apply(event.thing() + " " + event.number());
        if (told != null) {
            throw new IllegalStateException(told);
        }
        try (var thing = connection.prepareStatement("""
                INSERT INTO thing VALUES (?, 1, ?)
                ON CONFLICT (id) DO UPDATE SET times = thing.times + 1, last = EXCLUDED.last""");
                var note = connection.prepareStatement("INSERT INTO thing_note VALUES (?, ?)")) {
            thing.setString(1, event.thing());
            thing.setInt(2, event.number() + added);
            thing.executeUpdate();
            note.setString(1, event.thing());
            note.setInt(2, event.number());
            note.executeUpdate();
        }
    }
}

package io.millrace.cli.bench;

import io.micronaut.context.ApplicationContext;
import io.micronaut.transaction.TransactionOperations;
import io.millrace.chassis.consumer.ConsumerStates;
import io.millrace.chassis.nats.NatsLink;
import io.millrace.chassis.outbox.Emission;
import io.millrace.chassis.outbox.HeaderLines;
import io.millrace.chassis.outbox.Outbox;
import io.millrace.chassis.outbox.OutboxRow;
import io.millrace.chassis.outbox.OutboxTable;
import io.millrace.chassis.outbox.StoredRows;
import io.millrace.chassis.relay.Relay;
import io.millrace.contracts.EnvelopeHeaders;
import io.nats.client.ErrorListener;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.Nats;
import io.nats.client.Options;
import io.nats.client.api.StreamConfiguration;
import io.nats.client.impl.Headers;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** One service with the same events through the raw parts and through the chassis, one after the other. */
final class Bench implements AutoCloseable {

    private static final int PER_TRANSACTION = 1_000;
    private static final int CALLERS = 8;
    private static final String TEXT = "x".repeat(250);

    private final Map<String, Object> properties;
    private final ApplicationContext service;
    private final io.nats.client.Connection nats;
    private final int events;

    Bench(BenchServers servers, int events) throws IOException, InterruptedException {
        this(servers, events, Map.of());
    }

    /** @param settings of the service, beside those that lead to the servers */
    Bench(BenchServers servers, int events, Map<String, Object> settings) throws IOException, InterruptedException {
        this.events = events;
        this.properties = new HashMap<>(servers.properties());
        properties.putAll(settings);
        this.service = ApplicationContext.run(properties);
        this.nats = Nats.connect(Options.builder()
                .server(servers.natsUrl())
                .errorListener(new ErrorListener() {})
                .build());
        sql("CREATE TABLE IF NOT EXISTS thing (id text PRIMARY KEY, number int NOT NULL, text text NOT NULL)");
    }

    /** Begins a round with empty streams and tables, and a full outbox: an event for each aggregate. */
    void prepare() throws IOException, JetStreamApiException {
        prepare(events);
    }

    /** The same, with so many aggregates that the events are about in turn. */
    void prepare(int aggregates) throws IOException, JetStreamApiException {
        sql("TRUNCATE thing, messaging.outbox, messaging.sent, messaging.consumer");
        JetStreamManagement management = nats.jetStreamManagement();
        for (String stream : management.getStreamNames()) {
            management.deleteStream(stream);
        }
        management.addStream(
                StreamConfiguration.builder().name("RAW").subjects("raw.>").build());
        for (int start = 0; start < events; start += PER_TRANSACTION) {
            emit(start, Math.min(events, start + PER_TRANSACTION), aggregates);
        }
        sql("VACUUM ANALYZE messaging.outbox");
    }

    Rate rawPublish() throws IOException, InterruptedException {
        List<OutboxRow> rows = service.getBean(OutboxTable.class).advance(StoredRows.NONE, List.of(), events);
        return Rate.of(events, () -> {
            RawPublisher publisher = new RawPublisher(nats.jetStream());
            for (int i = 0; i < events; i++) {
                OutboxRow row = rows.get(i % rows.size());
                publisher.send("raw." + i, withIdOfItsOwn(row, i), row.body());
            }
            publisher.finish();
        });
    }

    Rate relay() throws IOException, InterruptedException {
        Relay relay = service.getBean(Relay.class);
        await(() -> service.getBean(NatsLink.class).connection().isPresent());
        return Rate.of(events, () -> {
            while (service.getBean(OutboxTable.class).backlog() > 0) {
                while (relay.runOnce().isZero()) {}
            }
        });
    }

    Rate rawPush() throws IOException, InterruptedException {
        return Rate.of(events, () -> RawPush.receive(nats, "BENCH", events));
    }

    Rate projection() throws IOException, InterruptedException {
        try (ApplicationContext consuming = ApplicationContext.builder(properties)
                .properties(Map.of("millrace.consumer.enabled", true, "millrace.instance", "consuming"))
                .build()
                .start()) {
            ConsumerStates states = consuming.getBean(ConsumerStates.class);
            await(() -> states.all().getFirst().lag() != null);
            return Rate.of(events, () -> await(() -> states.all().getFirst().position() == events));
        }
    }

    /** The same from the first event on, with a handler that fails whenever it meets this aggregate. */
    Rate projectionFailingOn(String thing) throws IOException, InterruptedException {
        sql("TRUNCATE thing, messaging.consumer, messaging.parked_event");
        MeasuredProjection.failsOn = thing;
        return projection();
    }

    /** As many transactions as there are events, by several callers: a change of a row, and its event. */
    Rate changes() throws IOException, InterruptedException {
        sql("TRUNCATE thing, messaging.outbox");
        return Rate.of(events, () -> {
            try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
                CompletableFuture<?>[] all = IntStream.range(0, CALLERS)
                        .mapToObj(caller -> CompletableFuture.runAsync(() -> changesFrom(caller), callers))
                        .toArray(CompletableFuture[]::new);
                CompletableFuture.allOf(all).join();
            }
        });
    }

    /** Loads of one aggregate with all events. */
    BesideSnapshots besideSnapshots(int rounds, PrintWriter progress) {
        return new BesideSnapshots(service, events, rounds, progress);
    }

    private void changesFrom(int first) {
        for (int number = first; number < events; number += CALLERS) {
            change(number);
        }
    }

    private void change(int number) {
        String thing = "thing-" + number;
        transactions().executeWrite(tx -> {
            try (PreparedStatement insert =
                    tx.getConnection().prepareStatement("INSERT INTO thing (id, number, text) VALUES (?, ?, ?)")) {
                insert.setString(1, thing);
                insert.setInt(2, number);
                insert.setString(3, TEXT);
                insert.executeUpdate();
            }
            service.getBean(Outbox.class).emit(emission(thing, 1, number));
            return null;
        });
    }

    @SuppressWarnings("unchecked")
    private TransactionOperations<Connection> transactions() {
        return service.getBean(TransactionOperations.class);
    }

    /** The same row is sent more than once here: with its own id the server would drop it. */
    private static Headers withIdOfItsOwn(OutboxRow row, int number) {
        Headers headers = HeaderLines.read(row.headers());
        headers.put(EnvelopeHeaders.MESSAGE_ID, row.eventId() + "-" + number);
        return headers;
    }

    private static void await(BooleanSupplier fact) {
        while (!fact.getAsBoolean()) {
            LockSupport.parkNanos(500_000);
        }
    }

    private void emit(int from, int to, int aggregates) {
        transactions().executeWrite(tx -> {
            service.getBean(Outbox.class)
                    .emit(IntStream.range(from, to)
                            .mapToObj(i -> emission("thing-" + i % aggregates, 1 + i / aggregates, i))
                            .toList());
            return null;
        });
    }

    private static Emission emission(String thing, int version, int number) {
        return Emission.of(thing, version, new Measured(thing, number, TEXT));
    }

    private void sql(String text) {
        try (Connection connection = BenchServers.connect(properties);
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        nats.close();
        service.close();
    }
}

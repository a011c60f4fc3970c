package io.millrace.chassis;

import static java.util.Objects.requireNonNull;

import io.micronaut.context.ApplicationContext;
import io.micronaut.transaction.TransactionOperations;
import io.millrace.chassis.outbox.Emission;
import io.millrace.chassis.outbox.Outbox;
import io.millrace.chassis.outbox.OutboxTable;
import io.millrace.chassis.relay.Relay;
import io.millrace.testkit.MillraceServers;
import io.millrace.testkit.nats.NatsClient;
import io.millrace.testkit.nats.NatsServer;
import io.millrace.testkit.postgres.PostgresServer;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamSubscription;
import io.nats.client.Message;
import io.nats.client.PushSubscribeOptions;
import java.io.IOException;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;

/** A service made of the chassis alone, on real servers. Relay and event loops are driven by hand. */
public final class ChassisFixture implements AutoCloseable {

    private static final PostgresServer POSTGRES = MillraceServers.postgres();

    private final NatsServer nats = MillraceServers.nats();
    private final String service =
            "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    private final Map<String, Object> common;
    private final ApplicationContext context;

    public ChassisFixture() {
        this(Map.of());
    }

    /** All instances have more properties. */
    public ChassisFixture(Map<String, Object> common) {
        this.common = Map.copyOf(common);
        POSTGRES.createDatabase(service);
        context = instance("first");
    }

    /** One more instance of the same service, or the same one after a crash. */
    public ApplicationContext instance(String name) {
        return instance(name, Map.of());
    }

    /** The same with more properties. */
    public ApplicationContext instance(String name, Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>(Map.of(
                "micronaut.application.name",
                service,
                "millrace.instance",
                name,
                "millrace.relay.enabled",
                false,
                "millrace.consumer.enabled",
                false,
                "millrace.lease.duration",
                "2s",
                "nats.default.addresses",
                nats.url(),
                "flyway.datasources.default.enabled",
                false,
                "datasources.default.url",
                POSTGRES.jdbcUrl(service),
                "datasources.default.username",
                POSTGRES.username(),
                "datasources.default.password",
                POSTGRES.password()));
        properties.putAll(common);
        properties.putAll(more);
        return ApplicationContext.run(properties);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public NatsServer nats() {
        return nats;
    }

    public String stream() {
        return ServiceIdentity.streamOf(service);
    }

    public String service() {
        return service;
    }

    /** Emits in one transaction. */
    public void emit(Emission... emissions) {
        transactions().executeWrite(tx -> {
            bean(Outbox.class).emit(List.of(emissions));
            return null;
        });
    }

    @SuppressWarnings("unchecked")
    public TransactionOperations<Connection> transactions() {
        return bean(TransactionOperations.class);
    }

    /** Executes a statement in the service's database. */
    public void sql(String text) {
        transactions().executeWrite(tx -> tx.getConnection().createStatement().execute(text));
    }

    /** The first column of what a query finds. */
    public List<String> rows(String query) {
        return transactions().executeRead(tx -> {
            var row = tx.getConnection().createStatement().executeQuery(query);
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(row.getString(1));
            }
            return rows;
        });
    }

    /** Drives the relay of the first instance until the outbox is empty. */
    public void drain() {
        drain(context);
    }

    /** Drives the relay of an instance until the outbox is empty. */
    public void drain(ApplicationContext instance) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> {
                    instance.getBean(Relay.class).runOnce();
                    return instance.getBean(OutboxTable.class).backlog() == 0;
                });
    }

    /** Everything in the service's stream, from the first message on. */
    public List<Message> stored() {
        try (io.nats.client.Connection connection = NatsClient.connect(nats.url())) {
            long count = connection
                    .jetStreamManagement()
                    .getStreamInfo(stream())
                    .getStreamState()
                    .getMsgCount();
            JetStreamSubscription subscription = connection
                    .jetStream()
                    .subscribe(
                            ">",
                            PushSubscribeOptions.builder().stream(stream())
                                    .ordered(true)
                                    .build());
            List<Message> messages = new ArrayList<>();
            while (messages.size() < count) {
                messages.add(requireNonNull(subscription.nextMessage(Duration.ofSeconds(10)), "a message is missing"));
            }
            return messages;
        } catch (IOException | JetStreamApiException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Subject and version of every event in the stream, such as {@code thing-1.happened 3}. */
    public List<String> storedEvents() {
        return stored().stream()
                .map(message -> message.getSubject().replaceFirst("evt\\.[^.]+\\.thing\\.", "") + " "
                        + message.getHeaders().getFirst("ce-sequence"))
                .toList();
    }

    @Override
    public void close() {
        context.close();
        POSTGRES.dropDatabase(service);
    }
}

package io.millrace.chassis.nats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.millrace.chassis.ChassisFixture;
import io.millrace.chassis.ThingHappened;
import io.millrace.chassis.outbox.Emission;
import io.millrace.chassis.source.EventSource;
import io.millrace.chassis.source.EventSources;
import io.millrace.chassis.source.SourceMessage;
import io.millrace.chassis.source.Subscription;
import io.millrace.testkit.nats.NatsServer;
import io.millrace.testkit.nats.NatsTool;
import io.nats.client.Connection;
import io.nats.client.ErrorListener;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.JetStreamOptions;
import io.nats.client.Nats;
import io.nats.client.Options;
import io.nats.client.api.AckPolicy;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.api.StreamConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a service needs is allowed by the template of its permissions, and what is another's is not. */
class PermissionsIT {

    /** More than the two megabytes that are sent before the first flow control is answered. */
    private static final int MANY = 6_000;

    /** What is refused is never answered. */
    private static final JetStreamOptions IMPATIENT =
            JetStreamOptions.builder().requestTimeout(Duration.ofMillis(300)).build();

    private static final byte[] BODY = new byte[1_000];

    private NatsServer server;
    private Connection operator;
    private ChassisFixture fixture;

    @BeforeEach
    void start() throws Exception {
        server = NatsServer.temporary(PermissionFiles.accounts("mill", "mill-orders", "ORDERS"));
        operator = as("operator");
        JetStreamManagement management = operator.jetStreamManagement();
        management.addStream(StreamConfiguration.builder()
                .name("ORDERS")
                .subjects("evt.orders.>")
                .build());
        management.addOrUpdateConsumer("ORDERS", pull("delivery-orders"));
        fixture = new ChassisFixture(Map.of(
                "micronaut.application.name", "mill",
                "nats.default.addresses", server.url(),
                "nats.default.username", "mill",
                "nats.default.password", "secret"));
        Awaitility.await().until(() -> fixture.bean(NatsLink.class).connection().isPresent());
    }

    @AfterEach
    void stop() throws Exception {
        fixture.close();
        operator.close();
        server.close();
    }

    @Test
    void aServiceMakesItsStreamAndPublishesAndASecondInstanceReadsTheEndOfItFirst() throws Exception {
        fixture.emit(Emission.of("a", 1, new ThingHappened("a", 1)));
        fixture.drain();
        fixture.emit(Emission.of("a", 2, new ThingHappened("a", 2)));
        try (ApplicationContext second = fixture.instance("first")) {
            fixture.drain(second);
        }

        assertThat(operator.jetStreamManagement()
                        .getStreamInfo("MILL")
                        .getStreamState()
                        .getMsgCount())
                .isEqualTo(2);
    }

    @Test
    void aServiceReadsAnothersStreamAndAcknowledges() throws Exception {
        publish(MANY);
        EventSource orders = fixture.bean(EventSources.class).of("ORDERS");
        int read = 0;
        try (Subscription subscription = orders.open("mill-orders", 1, 0)) {
            while (read < MANY) {
                List<SourceMessage> batch = subscription.next(1_000, Duration.ofSeconds(5));
                assertThat(batch).as("after %d", read).isNotEmpty();
                read += batch.size();
                subscription.acknowledge(batch.getLast());
            }
            Awaitility.await().until(() -> acknowledged() == MANY);
        }

        assertThat(orders.state().lastSequence()).isEqualTo(MANY);
        assertThat(orders.eventId(1)).isEmpty();
        assertThat(orders.next(0).map(EventSource.Next::sequence)).contains(1L);
    }

    @Test
    void nobodyPublishesForAnother() throws Exception {
        Connection mill = fixture.bean(NatsLink.class).connection().orElseThrow();

        assertThatThrownBy(() -> mill.jetStream(IMPATIENT).publish("evt.orders.order.1.placed", BODY))
                .isInstanceOf(IOException.class);

        assertThat(operator.jetStreamManagement()
                        .getStreamInfo("ORDERS")
                        .getStreamState()
                        .getMsgCount())
                .isZero();
    }

    @Test
    void nobodyTouchesAnothersConsumerOrStream() throws Exception {
        JetStreamManagement mill =
                fixture.bean(NatsLink.class).connection().orElseThrow().jetStreamManagement(IMPATIENT);

        assertRefused(() -> mill.deleteConsumer("ORDERS", "delivery-orders"));
        assertRefused(() -> mill.addOrUpdateConsumer("ORDERS", pull("delivery-orders")));
        assertRefused(() -> mill.purgeStream("ORDERS"));
        assertRefused(() -> mill.deleteStream("ORDERS"));

        assertThat(operator.jetStreamManagement().getConsumerNames("ORDERS")).containsExactly("delivery-orders");
    }

    @Test
    void whoMayReadMayNotChange() throws Exception {
        publish(3);
        try (Connection reader = as("reader")) {
            JetStreamManagement management = reader.jetStreamManagement();
            JetStreamManagement impatient = reader.jetStreamManagement(IMPATIENT);
            assertThat(management.getStreamNames()).containsExactly("ORDERS");
            assertThat(management.getMessage("ORDERS", 2).getSeq()).isEqualTo(2);
            assertThat(management.getConsumerInfo("ORDERS", "delivery-orders").getNumPending())
                    .isEqualTo(3);

            assertRefused(() -> impatient.deleteConsumer("ORDERS", "delivery-orders"));
            assertRefused(() -> impatient.addOrUpdateConsumer("ORDERS", pull("delivery-orders")));
            assertRefused(() -> impatient.purgeStream("ORDERS"));
            assertThatThrownBy(() -> reader.jetStream(IMPATIENT).publish("evt.orders.order.1.placed", BODY))
                    .isInstanceOf(IOException.class);
        }
    }

    /** With the nats tool, as docs/inspect.md says it. */
    @Test
    void anOperatorBacksUpAndRestores(@TempDir Path folder) throws Exception {
        Optional<NatsTool> tool = NatsTool.find();
        Assumptions.assumeTrue(tool.isPresent(), "there is no nats tool here, and no Go to build it");
        publish(MANY);
        String backup = folder.resolve("ORDERS").toString();

        nats(tool.get(), folder, "stream", "backup", "ORDERS", backup, "--no-progress");
        operator.jetStreamManagement().deleteStream("ORDERS");
        nats(tool.get(), folder, "stream", "restore", backup, "--no-progress");

        assertThat(operator.jetStreamManagement()
                        .getStreamInfo("ORDERS")
                        .getStreamState()
                        .getMsgCount())
                .isEqualTo(MANY);
    }

    @Test
    void anOperatorAnswersForNobody() throws Exception {
        try (Connection orders = as("orders")) {
            var heard = orders.subscribe("_INBOX.orders.here");
            orders.flush(Duration.ofSeconds(5));

            operator.publish("_INBOX.orders.here", BODY);
            operator.flush(Duration.ofSeconds(5));

            assertThat(heard.nextMessage(Duration.ofMillis(300))).isNull();
        }
    }

    /** No permission of the server says where: nats-config/README.md tells what follows from it. */
    @Test
    void whoMayMakeAConsumerChoosesWhereItDelivers() throws Exception {
        operator.jetStreamManagement()
                .addStream(StreamConfiguration.builder()
                        .name("BILLING")
                        .subjects("evt.billing.>")
                        .build());
        publish(3);
        String captured = "evt.billing.payment.1.captured";
        try (Connection reader = as("reader")) {
            // The server delivers where somebody listens, and the stream then hears it too.
            reader.subscribe(captured);
            reader.jetStreamManagement()
                    .addOrUpdateConsumer(
                            "ORDERS",
                            ConsumerConfiguration.builder()
                                    .name("looks-harmless")
                                    .deliverSubject(captured)
                                    .ackPolicy(AckPolicy.None)
                                    .inactiveThreshold(Duration.ofMinutes(1))
                                    .build());

            Awaitility.await()
                    .until(() -> operator.jetStreamManagement()
                                    .getStreamInfo("BILLING")
                                    .getStreamState()
                                    .getMsgCount()
                            == 3);
        }
    }

    private void nats(NatsTool tool, Path folder, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(tool.program().toString(), "--server", server.url()));
        command.addAll(List.of("--user", "operator", "--password", "secret", "--inbox-prefix", "_INBOX.operator"));
        command.addAll(List.of(words));
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).as(words[1]).isTrue();
        assertThat(process.exitValue()).as(Files.readString(said)).isZero();
    }

    @FunctionalInterface
    private interface Deed {
        void attempt() throws IOException, JetStreamApiException;
    }

    /** The server answers nothing to whom it does not listen. */
    private static void assertRefused(Deed deed) {
        assertThatThrownBy(deed::attempt).isInstanceOf(IOException.class);
    }

    private long acknowledged() throws IOException, JetStreamApiException {
        return operator.jetStreamManagement()
                .getConsumerInfo("ORDERS", "mill-orders")
                .getAckFloor()
                .getStreamSequence();
    }

    private void publish(int messages) throws Exception {
        try (Connection orders = as("orders")) {
            for (int i = 1; i < messages; i++) {
                orders.publish("evt.orders.order.1.placed", BODY);
            }
            orders.jetStream().publish("evt.orders.order.1.placed", BODY);
        }
    }

    private static ConsumerConfiguration pull(String name) {
        return ConsumerConfiguration.builder()
                .durable(name)
                .ackPolicy(AckPolicy.Explicit)
                .build();
    }

    private Connection as(String user) throws IOException, InterruptedException {
        return Nats.connect(Options.builder()
                .server(server.url())
                .userInfo(user.toCharArray(), "secret".toCharArray())
                .inboxPrefix("_INBOX." + user)
                .errorListener(new ErrorListener() {})
                .build());
    }
}

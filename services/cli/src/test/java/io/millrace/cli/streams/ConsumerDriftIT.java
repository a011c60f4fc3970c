package io.millrace.cli.streams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.millrace.cli.CommandRun;
import io.millrace.testkit.nats.NatsClient;
import io.millrace.testkit.nats.NatsServer;
import io.nats.client.Connection;
import io.nats.client.JetStreamManagement;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.api.DeliverPolicy;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Consumers of a real server, as their owners make them and as somebody changes them by hand. */
class ConsumerDriftIT {

    private NatsServer server;
    private Connection connection;
    private JetStreamManagement management;

    @BeforeEach
    void start() throws Exception {
        server = NatsServer.temporary();
        connection = NatsClient.connect(server.url());
        management = connection.jetStreamManagement();
        streams("apply");
    }

    @AfterEach
    void stop() throws Exception {
        connection.close();
        server.close();
    }

    @Test
    void whatAnOwnerSaysWhenItBeginsIsNoDifference() throws Exception {
        begin(owned());

        CommandRun drift = streams("drift");

        assertThat(drift.exitCode()).as(drift.out() + drift.err()).isZero();
        assertThat(drift.out()).contains("All 6 streams are as declared.", "All 1 consumers are as declared.");
    }

    @Test
    void whatSomebodyDidByHandIsSeenAndLeftToTheOwner() throws Exception {
        begin(owned());
        begin(owned().maxAckPending(1).ackWait(Duration.ofSeconds(30)));

        CommandRun drift = streams("drift");
        assertThat(drift.exitCode()).isEqualTo(1);
        assertThat(drift.out())
                .containsPattern("ORDERS > delivery-orders +max_ack_pending +1 +4,000 +left: its owner makes it anew")
                .containsPattern("ORDERS > delivery-orders +ack_wait +30s +2m +left")
                .contains("All 6 streams are as declared.", "0 of 1 consumers are as declared.");
        assertThat(streams("plan").out()).contains("max_ack_pending");

        CommandRun apply = streams("apply");
        assertThat(apply.exitCode()).as(apply.out() + apply.err()).isZero();
        assertThat(management
                        .getConsumerInfo("ORDERS", "delivery-orders")
                        .getConsumerConfiguration()
                        .getMaxAckPending())
                .isEqualTo(1);
    }

    @Test
    void programsReadTheSame() throws Exception {
        begin(owned().maxAckPending(1));

        JsonNode plan = new JsonMapper().readTree(streams("plan", "--json").out());

        assertThat(plan.path("asDeclared").asBoolean(true)).isFalse();
        assertThat(plan.path("consumers").toString())
                .isEqualTo("[{\"stream\":\"ORDERS\",\"consumer\":\"delivery-orders\",\"state\":\"different\","
                        + "\"changes\":[{\"field\":\"max_ack_pending\",\"from\":1,\"to\":4000}]}]");
    }

    /** As a service makes it: the file, a subject of its own, and the place where it goes on. */
    private static ConsumerConfiguration.Builder owned() throws Exception {
        String file = Declarations.shipped().files().get("consumers/ORDERS/delivery-orders.json");
        return ConsumerConfiguration.builder()
                .json(file)
                .deliverSubject("deliver.delivery-orders.7-1")
                .deliverPolicy(DeliverPolicy.ByStartSequence)
                .startSequence(5);
    }

    private void begin(ConsumerConfiguration.Builder consumer) throws Exception {
        management.addOrUpdateConsumer("ORDERS", consumer.build());
    }

    private CommandRun streams(String command, String... more) {
        String[] arguments = new String[4 + more.length];
        arguments[0] = "streams";
        arguments[1] = command;
        arguments[2] = "--server";
        arguments[3] = server.url();
        System.arraycopy(more, 0, arguments, 4, more.length);
        return CommandRun.of(arguments);
    }
}

package io.millrace.chassis.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.testkit.nats.NatsClient;
import io.millrace.testkit.nats.NatsServer;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.api.ConsumerInfo;
import io.nats.client.api.StreamConfiguration;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class PushSubscriptionIT {

    private static final int LARGE = 1_000_000;
    private static final int MANY = 20;

    /** Without flow control, so that all of it waits in the client before the first is read. */
    @Test
    void aBatchHoldsAboutEightMebibytesHoweverManyMessagesWait() throws Exception {
        try (NatsServer server = NatsServer.temporary();
                Connection connection = NatsClient.connect(server.url())) {
            var waiting = connection.subscribe("deliver.wheel");
            waiting.setPendingLimits(-1, -1);
            publish(connection);
            Awaitility.await().until(() -> waiting.getPendingMessageCount() == MANY);

            PushSubscription subscription = new PushSubscription(
                    connection, waiting, 0, Duration.ofSeconds(2), (_, _) -> true, () -> info(connection));

            List<SourceMessage> first = subscription.next(1_000, Duration.ofSeconds(1));
            assertThat(first).hasSize(9);
            assertThat(first.getLast().pending()).isEqualTo(MANY - 9);
            assertThat(subscription.arrivedBehind(first.getLast())).isEqualTo(MANY - 9);
            assertThat(subscription.behind()).isEqualTo(MANY - 9);
            assertThat(subscription.next(1_000, Duration.ofSeconds(1))).hasSize(9);
            assertThat(subscription.arrivedBehind(first.getLast())).isEqualTo(MANY - 9);
            assertThat(subscription.behind()).isEqualTo(2);
            assertThat(subscription.next(1_000, Duration.ofSeconds(1))).hasSize(2);
            assertThat(subscription.behind()).isZero();
        }
    }

    private static ConsumerInfo info(Connection connection) {
        try {
            return connection.jetStreamManagement().getConsumerInfo("MILL", "wheel");
        } catch (IOException | JetStreamApiException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void publish(Connection connection) throws Exception {
        var management = connection.jetStreamManagement();
        management.addStream(StreamConfiguration.builder()
                .name("MILL")
                .subjects("evt.mill.>")
                .build());
        for (int i = 0; i < MANY; i++) {
            connection.jetStream().publish("evt.mill.wheel.w-1.turned", new byte[LARGE]);
        }
        management.addOrUpdateConsumer(
                "MILL",
                ConsumerConfiguration.builder()
                        .durable("wheel")
                        .deliverSubject("deliver.wheel")
                        .build());
    }
}

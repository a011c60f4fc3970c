package io.millrace.chassis.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.testkit.nats.NatsClient;
import io.millrace.testkit.nats.NatsServer;
import io.nats.client.Connection;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.api.StreamConfiguration;
import java.time.Duration;
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

            PushSubscription subscription =
                    new PushSubscription(connection, waiting, 0, Duration.ofSeconds(2), (_, _) -> true);

            assertThat(subscription.next(1_000, Duration.ofSeconds(1))).hasSize(9);
            assertThat(subscription.next(1_000, Duration.ofSeconds(1))).hasSize(9);
            assertThat(subscription.next(1_000, Duration.ofSeconds(1))).hasSize(2);
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

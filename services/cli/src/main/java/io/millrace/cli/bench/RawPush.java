package io.millrace.cli.bench;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamSubscription;
import io.nats.client.Message;
import io.nats.client.PushSubscribeOptions;
import io.nats.client.api.AckPolicy;
import io.nats.client.api.ConsumerConfiguration;
import java.io.IOException;
import java.time.Duration;

/** What the client can do by itself: a push consumer with ack policy {@code all}, acknowledging every thousandth. */
final class RawPush {

    private static final int ACK_EVERY = 1_000;

    private RawPush() {}

    static void receive(Connection nats, String stream, int events)
            throws IOException, JetStreamApiException, InterruptedException {
        JetStreamSubscription subscription = nats.jetStream()
                .subscribe(
                        null,
                        PushSubscribeOptions.builder().stream(stream)
                                .configuration(ConsumerConfiguration.builder()
                                        .ackPolicy(AckPolicy.All)
                                        .maxAckPending(20_000)
                                        .flowControl(Duration.ofSeconds(2))
                                        .build())
                                .build());
        subscription.setPendingLimits(-1, -1);
        for (int received = 1; received <= events; received++) {
            Message message = subscription.nextMessage(Duration.ofSeconds(10));
            if (message == null) {
                throw new IOException("message " + received + " did not come within 10 s");
            }
            if (received % ACK_EVERY == 0) {
                message.ack();
            }
        }
        subscription.unsubscribe();
    }
}

package io.millrace.chassis.relay;

import static io.millrace.chassis.relay.RelayGuarantees.happened;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.chassis.ChassisFixture;
import io.millrace.testkit.nats.NatsClient;
import io.nats.client.Connection;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A relay that has nothing to publish, and a stream that something becomes of. */
class IdleRelayIT {

    private final ChassisFixture fixture = new ChassisFixture(Map.of("millrace.relay.look-every", "1ms"));

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void noticesThatItsStreamWasDeleted() throws Exception {
        publishThree();

        try (Connection connection = NatsClient.connect(fixture.nats().url())) {
            connection.jetStreamManagement().deleteStream(fixture.stream());
        }

        awaitState("stopped: stream " + fixture.stream() + " ends at 0");
    }

    @Test
    void noticesThatItsStreamCameBackFromAnOlderBackup() throws Exception {
        publishThree();

        new EarlierStream(fixture).goBackTo(2);

        awaitState("stopped: stream " + fixture.stream() + " ends at 2");
    }

    @Test
    void doesNotMindAForeignMessage() throws Exception {
        publishThree();

        new EarlierStream(fixture).foreignMessage();

        awaitState("in doubt: it ends at 4 and not at 3");
        awaitState("idle");
        assertThat(fixture.stored()).hasSize(4);
    }

    private void publishThree() {
        fixture.emit(happened("a", 1), happened("a", 2), happened("a", 3));
        fixture.drain();
    }

    private void awaitState(String begin) {
        Relay relay = fixture.bean(Relay.class);
        Awaitility.await().until(() -> {
            relay.runOnce();
            return relay.state().state().startsWith(begin);
        });
    }
}

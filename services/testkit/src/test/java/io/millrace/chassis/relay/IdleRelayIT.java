package io.millrace.chassis.relay;

import static io.millrace.chassis.relay.RelayGuarantees.happened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
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
        assertThat(fixture.bean(Relay.class).tally().looks()).isEqualTo(2);
        assertThat(fixture.bean(Relay.class).tally().events()).isEqualTo(3);
    }

    @Test
    void noticesThatSomebodyPublishesInItsName() throws Exception {
        publishThree();

        new EarlierStream(fixture).eventInItsName("by-hand");

        awaitState("stopped: this database has sent events up to 3 of stream " + fixture.stream());
        assertThat(fixture.bean(Relay.class).state().state()).contains("holds by-hand at 4");
    }

    @Test
    void whatIsFoundStoredAfterACrashIsCountedAsPublished() {
        fixture.emit(happened("a", 1), happened("a", 2), happened("a", 3));
        fixture.sql("CREATE TABLE copy AS SELECT * FROM messaging.outbox");
        fixture.drain();
        fixture.sql("TRUNCATE messaging.sent");
        fixture.sql("INSERT INTO messaging.outbox OVERRIDING SYSTEM VALUE SELECT * FROM copy");

        try (ApplicationContext successor = fixture.instance("successor")) {
            fixture.bean(Relay.class).resign();
            fixture.drain(successor);
            assertThat(successor.getBean(Relay.class).tally().events()).isEqualTo(3);
            assertThat(successor.getBean(Relay.class).tally().batches()).isZero();
        }
        assertThat(fixture.stored()).hasSize(3);
    }

    @Test
    void aLookThatFailsIsNotCounted() throws Exception {
        publishThree();
        try (Connection connection = NatsClient.connect(fixture.nats().url())) {
            connection.jetStreamManagement().deleteStream(fixture.stream());
        }
        awaitState("stopped");
        awaitState("stopped");

        assertThat(fixture.bean(Relay.class).tally().looks()).isOne();
    }

    @Test
    void whoCannotAskForTheLeaseDoesNotLead() {
        Relay relay = fixture.bean(Relay.class);
        fixture.sql("ALTER TABLE messaging.lease RENAME TO lease_away");

        Awaitility.await()
                .untilAsserted(() -> assertThatThrownBy(relay::runOnce).hasMessageContaining("messaging.lease"));

        assertThat(relay.state().state()).startsWith("failing");
        assertThat(relay.state().leader()).isFalse();
        assertThat(relay.state().flowing()).isFalse();
        fixture.sql("ALTER TABLE messaging.lease_away RENAME TO lease");
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

package io.millrace.chassis.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.millrace.chassis.ChassisFixture;
import io.millrace.chassis.nats.LosingProxy;
import io.millrace.chassis.nats.NatsLink;
import io.millrace.chassis.outbox.OutboxRow;
import io.millrace.chassis.outbox.OutboxTable;
import io.millrace.chassis.outbox.StoredRows;
import io.millrace.testkit.nats.NatsClient;
import io.nats.client.Connection;
import io.nats.client.PurgeOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The relay waits in vain for the end of what it reads of its stream. */
class UnreadTailIT {

    private final ChassisFixture fixture = new ChassisFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void whatTheServerDeliveredAndNobodyReceivedIsNotTakenForNothing() throws Exception {
        fixture.emit(RelayGuarantees.happened("a", 1));
        fixture.drain();
        fixture.emit(
                RelayGuarantees.happened("a", 2), RelayGuarantees.happened("a", 3), RelayGuarantees.happened("a", 4));
        crashWhen(fixture.bean(OutboxTable.class).advance(StoredRows.NONE, List.of(), 10));

        try (LosingProxy way = new LosingProxy(fixture.nats().url());
                ApplicationContext successor = fixture.instance("first", Map.of("nats.default.addresses", way.url()))) {
            NatsLink link = successor.getBean(NatsLink.class);
            Awaitility.await().until(() -> link.connection().isPresent());
            fixture.drain(successor);
            assertThat(way.hasBroken()).isTrue();
        }

        assertThat(fixture.storedEvents()).isEqualTo(RelayGuarantees.events("a", 1, 4));
        assertThat(fixture.rows("SELECT sequence FROM messaging.sent ORDER BY sequence"))
                .containsExactly("1", "2", "3", "4");
    }

    @Test
    void whatWasErasedAtTheEndIsNothing() throws Exception {
        fixture.emit(RelayGuarantees.happened("a", 1));
        fixture.drain();
        fixture.emit(RelayGuarantees.happened("a", 2), RelayGuarantees.happened("a", 3));
        crashWhen(fixture.bean(OutboxTable.class).advance(StoredRows.NONE, List.of(), 10));
        new EarlierStream(fixture).foreignMessage();
        try (Connection connection = NatsClient.connect(fixture.nats().url())) {
            connection
                    .jetStreamManagement()
                    .purgeStream(fixture.stream(), PurgeOptions.subject("evt.*.thing.x.happened"));
        }
        fixture.emit(RelayGuarantees.happened("a", 4));

        try (ApplicationContext successor = fixture.instance("first")) {
            fixture.drain(successor);
        }

        assertThat(fixture.storedEvents()).isEqualTo(RelayGuarantees.events("a", 1, 4));
        assertThat(fixture.rows("SELECT sequence FROM messaging.sent ORDER BY sequence"))
                .containsExactly("1", "2", "3", "5");
    }

    /** They are stored, and still in the outbox. */
    private void crashWhen(List<OutboxRow> sent) throws Exception {
        Connection connection = fixture.bean(NatsLink.class).connection().orElseThrow();
        new LinkedPublisher(connection, 1).send(sent).awaitStored(Duration.ofSeconds(5), () -> -1);
    }
}

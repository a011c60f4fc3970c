package io.millrace.chassis.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.millrace.chassis.outbox.OutboxRow;
import io.millrace.chassis.outbox.OutboxTable;
import io.millrace.chassis.outbox.StoredRows;
import io.millrace.contracts.EnvelopeHeaders;
import io.nats.client.Connection;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** As on a server before 2.12. */
class LinkedRelayIT extends RelayGuarantees {

    LinkedRelayIT() {
        super("linked");
    }

    @Override
    Publisher publisher(Connection connection, long lastSequence) {
        return new LinkedPublisher(connection, lastSequence);
    }

    @Test
    void saysSo() {
        emit("a", 1, 1);
        fixture.drain();

        assertThat(fixture.bean(Relay.class).state().mode()).isEqualTo("linked");
    }

    @Test
    void anOlderSendingThatArrivesLateAndLacksAnEventLosesNothingAndReordersNothing() throws Exception {
        emit("first", 1, 1);
        fixture.drain();
        emit("a", 1, 1);
        emit("x", 1, 1);
        emit("b", 1, 2);
        emit("x", 2, 2);
        List<OutboxRow> all = fixture.bean(OutboxTable.class).advance(StoredRows.NONE, List.of(), 10);
        List<OutboxRow> withoutX =
                all.stream().filter(row -> !row.subject().contains(".x.")).toList();
        Publisher older = crashedLeader();
        Publisher newer = crashedLeader();

        older.send(withoutX).awaitStored(Duration.ofSeconds(5), () -> -1);
        assertThatThrownBy(() -> newer.send(all).awaitStored(Duration.ofSeconds(5), () -> -1))
                .isInstanceOf(Doubt.class);

        try (ApplicationContext successor = fixture.instance("first")) {
            fixture.drain(successor);
        }
        assertThat(fixture.storedEvents())
                .containsExactlyInAnyOrder(
                        "first.happened 1",
                        "a.happened 1",
                        "x.happened 1",
                        "b.happened 1",
                        "b.happened 2",
                        "x.happened 2")
                .containsSubsequence("x.happened 1", "x.happened 2");
    }

    @Test
    void theMessageIsACloudEventWithItsLink() {
        emit("a", 1, 2);
        fixture.drain();

        var headers = fixture.stored().getLast().getHeaders();
        assertThat(headers.getFirst("ce-type")).isEqualTo("tests.thing.happened");
        assertThat(headers.getFirst("ce-source")).isEqualTo("/millrace/" + fixture.service());
        assertThat(headers.getFirst("ce-subject")).isEqualTo("a");
        assertThat(headers.getFirst("ce-dataschema")).isEqualTo("urn:millrace:tests.thing.happened:1.0");
        assertThat(headers.getFirst(EnvelopeHeaders.MESSAGE_ID)).startsWith(headers.getFirst("ce-id") + ".");
        assertThat(headers.getFirst("Nats-Expected-Last-Msg-Id"))
                .isEqualTo(fixture.stored().getFirst().getHeaders().getFirst(EnvelopeHeaders.MESSAGE_ID));
    }
}

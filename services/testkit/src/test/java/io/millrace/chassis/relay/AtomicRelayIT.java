package io.millrace.chassis.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.millrace.chassis.nats.NatsLink;
import io.millrace.chassis.outbox.OutboxRow;
import io.millrace.chassis.outbox.OutboxTable;
import io.millrace.chassis.outbox.StoredRows;
import io.millrace.chassis.relay.RelayState.Phase;
import io.millrace.testkit.nats.NatsClient;
import io.nats.client.Connection;
import io.nats.client.JetStreamManagement;
import io.nats.client.api.PersistMode;
import io.nats.client.api.StreamConfiguration;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** As on a server from 2.12.1 on. */
class AtomicRelayIT extends RelayGuarantees {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    AtomicRelayIT() {
        super("auto");
    }

    @Override
    Publisher publisher(Connection connection, long lastSequence) {
        return new AtomicPublisher(connection, lastSequence);
    }

    @Test
    void saysSo() {
        emit("a", 1, 1);
        fixture.drain();

        assertThat(fixture.bean(Relay.class).state().mode()).isEqualTo("atomic");
    }

    @Test
    void aBatchIsMarkedAndEndsWithItsCommit() {
        emit("a", 1, 3);
        fixture.drain();

        var last = fixture.stored().getLast().getHeaders();
        assertThat(last.getFirst("Nats-Batch-Sequence")).isEqualTo("3");
        assertThat(last.getFirst("Nats-Batch-Commit")).isEqualTo("1");
        assertThat(last.containsKey("Nats-Expected-Last-Msg-Id")).isFalse();
        assertThat(fixture.stored().getFirst().getHeaders().getFirst("Nats-Expected-Last-Sequence"))
                .isEqualTo("0");
    }

    @Test
    void aBatchBehindAForeignMessageIsRefusedAsAWhole() throws Exception {
        emit("a", 1, 1);
        fixture.drain();
        emit("a", 2, 500);
        List<OutboxRow> rows = read(500);
        Publisher crashed = crashedLeader();
        new EarlierStream(fixture).foreignMessage();

        assertThatThrownBy(() -> crashed.send(rows).awaitStored(PATIENCE, () -> -1))
                .isInstanceOf(Refusal.class);

        assertThat(fixture.stored()).hasSize(2);
    }

    @Test
    void anEventThatTheServerKnowsHasTheWholeBatchRefused() throws Exception {
        emit("a", 1, 2);
        List<OutboxRow> known = read(2);
        fixture.drain();
        emit("b", 1, 2);
        List<OutboxRow> both = Stream.concat(read(2).stream(), known.stream()).toList();

        assertThatThrownBy(() -> crashedLeader().send(both).awaitStored(PATIENCE, () -> -1))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("10201");

        assertThat(fixture.storedEvents()).isEqualTo(events("a", 1, 2));
    }

    @Test
    void anOlderBatchThatArrivesLateLosesNothing() throws Exception {
        emit("first", 1, 1);
        fixture.drain();
        emit("a", 1, 300);
        Publisher older = crashedLeader();
        Publisher newer = crashedLeader();
        List<OutboxRow> all = read(300);

        older.send(all.subList(0, 150)).awaitStored(PATIENCE, () -> -1);
        assertThatThrownBy(() -> newer.send(all).awaitStored(PATIENCE, () -> -1))
                .isInstanceOf(Doubt.class);

        try (ApplicationContext successor = fixture.instance("first")) {
            fixture.drain(successor);
        }
        assertThat(fixture.storedEvents())
                .hasSize(301)
                .endsWith(events("a", 1, 300).toArray(String[]::new));
    }

    @Test
    void aStreamWithoutAtomicBatchesGetsThemAndKeepsTheRest() throws Exception {
        try (Connection connection = NatsClient.connect(fixture.nats().url())) {
            JetStreamManagement management = connection.jetStreamManagement();
            StreamConfiguration before = management
                    .addStream(StreamConfiguration.builder()
                            .name(fixture.stream())
                            .subjects("evt." + fixture.service() + ".>")
                            .description("made by hand")
                            .maximumMessageSize(500_000)
                            .metadata(Map.of("owner", "somebody"))
                            .build())
                    .getConfiguration();
            emit("a", 1, 1);
            fixture.drain();

            StreamConfiguration after =
                    management.getStreamInfo(fixture.stream()).getConfiguration();
            assertThat(after.getAllowAtomicPublish()).isTrue();
            assertThat(StreamConfiguration.builder(after)
                            .allowAtomicPublish(false)
                            .metadata(before.getMetadata())
                            .build()
                            .toJson())
                    .isEqualTo(before.toJson());
            assertThat(after.getMetadata()).containsEntry("owner", "somebody");
        }
    }

    @Test
    void aServerThatTakesShorterBatchesOnlyGetsLinkedMessages() throws Exception {
        emit("a", 1, 1);
        fixture.drain();
        emit("b", 1, AtomicPublisher.LONGEST_BATCH + 1);
        List<OutboxRow> tooMany = read(AtomicPublisher.LONGEST_BATCH + 1);
        Publishers publishers = fixture.bean(Publishers.class);
        Connection connection = fixture.bean(NatsLink.class).connection().orElseThrow();

        try {
            crashedLeader().send(tooMany).awaitStored(PATIENCE, () -> -1);
        } catch (Doubt doubt) {
            publishers.learn(doubt, connection);
        }

        assertThat(publishers.behind(1, connection)).isInstanceOf(LinkedPublisher.class);
    }

    @Test
    void whoDemandsAtomicBatchesAndCannotHaveThemIsTold() throws Exception {
        try (Connection connection = NatsClient.connect(fixture.nats().url());
                ApplicationContext demanding = fixture.instance("demanding", Map.of("millrace.relay.mode", "atomic"))) {
            connection
                    .jetStreamManagement()
                    .addStream(StreamConfiguration.builder()
                            .name(fixture.stream())
                            .subjects("evt." + fixture.service() + ".>")
                            .persistMode(PersistMode.Async)
                            .build());
            emit("a", 1, 1);
            Relay relay = demanding.getBean(Relay.class);
            Awaitility.await().until(() -> {
                try {
                    relay.runOnce();
                    return false;
                } catch (IllegalStateException told) {
                    return true;
                }
            });

            assertThat(relay.state().phase()).isEqualTo(Phase.TROUBLE);
            assertThat(relay.state().state()).contains("takes no atomic batches");
        }
    }

    private List<OutboxRow> read(int limit) {
        return fixture.bean(OutboxTable.class).advance(StoredRows.NONE, List.of(), limit);
    }
}

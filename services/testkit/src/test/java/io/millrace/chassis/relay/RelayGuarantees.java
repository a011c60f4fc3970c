package io.millrace.chassis.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.millrace.chassis.ChassisFixture;
import io.millrace.chassis.ThingHappened;
import io.millrace.chassis.nats.NatsLink;
import io.millrace.chassis.outbox.Emission;
import io.millrace.chassis.outbox.LeaseHolder;
import io.millrace.chassis.outbox.Outbox;
import io.millrace.chassis.outbox.OutboxRow;
import io.millrace.chassis.outbox.OutboxTable;
import io.millrace.chassis.outbox.StoredRows;
import io.millrace.testkit.nats.NatsClient;
import io.nats.client.Connection;
import io.nats.client.JetStreamManagement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What holds however the relay publishes. */
abstract class RelayGuarantees {

    final ChassisFixture fixture;

    RelayGuarantees(String mode) {
        fixture = new ChassisFixture(Map.of("millrace.relay.mode", mode, "millrace.relay.atomic-from", "2.12.1"));
    }

    /** The one that the relay would use, behind what is the end of the stream now. */
    abstract Publisher publisher(Connection connection, long lastSequence);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void publishesWhatWasCommittedOnceAndInOrder() {
        emit("a", 1, 3_500);

        fixture.drain();

        assertThat(fixture.storedEvents()).isEqualTo(events("a", 1, 3_500));
    }

    @Test
    void neverPublishesWhatWasRolledBack() {
        assertThatThrownBy(() -> fixture.transactions().executeWrite(tx -> {
                    fixture.bean(Outbox.class).emit(happened("a", 1));
                    throw new IllegalArgumentException("the business says no");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        emit("b", 1, 1);

        fixture.drain();

        assertThat(fixture.storedEvents()).containsExactly("b.happened 1");
    }

    @Test
    void anEventIsEmittedInsideATransactionOrNotAtAll() {
        assertThatThrownBy(() -> fixture.bean(Outbox.class).emit(happened("a", 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("transaction");
    }

    @Test
    void aRowThatAppearsBelowOneAlreadyPublishedIsNotPassedOver() throws Exception {
        CountDownLatch drawn = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        try (var executor = Executors.newSingleThreadExecutor()) {
            var slow = executor.submit(() -> fixture.transactions().executeWrite(tx -> {
                fixture.bean(Outbox.class).emit(happened("slow", 1));
                drawn.countDown();
                return await(commit);
            }));
            drawn.await();
            emit("quick", 1, 1);
            Relay relay = fixture.bean(Relay.class);
            Awaitility.await().until(() -> {
                relay.runOnce();
                return fixture.bean(OutboxTable.class).backlog() == 0;
            });
            commit.countDown();
            slow.get();
        }
        emit("slow", 2, 2);

        fixture.drain();

        assertThat(fixture.storedEvents()).containsExactly("quick.happened 1", "slow.happened 1", "slow.happened 2");
    }

    @Test
    void whatALeaderSentBeforeItCrashedIsNotSentAgain() throws Exception {
        emit("a", 1, 1);
        fixture.drain();
        emit("a", 2, 1_500);
        List<OutboxRow> rows = fixture.bean(OutboxTable.class).advance(StoredRows.NONE, List.of(), 700);
        crashedLeader().send(rows).awaitStored(Duration.ofSeconds(5), () -> -1);

        try (ApplicationContext successor = fixture.instance("first")) {
            fixture.drain(successor);
        }

        assertThat(fixture.storedEvents()).isEqualTo(events("a", 1, 1_500));
    }

    @Test
    void whatACrashedLeaderSentAndAPurgeTookIsNotSentAgainButByRepublication() throws Exception {
        emit("a", 1, 10);
        fixture.drain();
        emit("a", 11, 20);
        List<OutboxRow> rows = fixture.bean(OutboxTable.class).advance(StoredRows.NONE, List.of(), 100);
        crashedLeader().send(rows).awaitStored(Duration.ofSeconds(5), () -> -1);
        change(JetStreamManagement::purgeStream);

        try (ApplicationContext successor = fixture.instance("first")) {
            Relay relay = successor.getBean(Relay.class);
            Awaitility.await().until(() -> {
                relay.runOnce();
                return relay.state()
                        .state()
                        .startsWith("stopped: stream " + fixture.stream() + " was purged behind 10");
            });
            assertThat(fixture.stored()).isEmpty();

            change(JetStreamManagement::deleteStream);
            successor.getBean(Republication.class).republish(new RepublishRange.Everything(), false);
            fixture.drain(successor);
        }

        assertThat(fixture.storedEvents()).isEqualTo(events("a", 1, 20));
    }

    @FunctionalInterface
    private interface StreamChange {
        void make(JetStreamManagement management, String stream) throws Exception;
    }

    private void change(StreamChange change) throws Exception {
        try (Connection connection = NatsClient.connect(fixture.nats().url())) {
            change.make(connection.jetStreamManagement(), fixture.stream());
        }
    }

    @Test
    void aLeaderThatWasPausedIsRefused() throws Exception {
        emit("a", 1, 10);
        List<OutboxRow> seen = fixture.bean(OutboxTable.class).advance(StoredRows.NONE, List.of(), 100);
        fixture.bean(Relay.class).runOnce();
        Awaitility.await().until(() -> fixture.bean(NatsLink.class).connection().isPresent());
        fixture.drain();
        emit("b", 1, 3);
        Publisher paused = crashedLeader();
        fixture.drain();

        assertThatThrownBy(() -> paused.send(longAgo(seen)).awaitStored(Duration.ofSeconds(5), () -> -1))
                .isInstanceOf(Doubt.class);

        emit("b", 4, 4);
        fixture.drain();
        assertThat(fixture.storedEvents()).hasSize(14).doesNotHaveDuplicates();
    }

    /** Its successor may have given the rows other ids: it would take what it has on its way for something new. */
    @Test
    void aLeaderThatWasPausedFindsNothingInTheOutboxAnyMore() throws Exception {
        emit("a", 1, 10);
        fixture.drain();
        LeaseHolder paused = new LeaseHolder("relay", "first", epochOfTheRelay());
        emit("a", 11, 20);
        OutboxTable outbox = fixture.bean(OutboxTable.class);
        List<OutboxRow> flying = outbox.advance(StoredRows.NONE, List.of(), 5, paused);
        assertThat(flying).hasSize(5);

        fixture.sql("UPDATE messaging.lease SET owner = 'second', epoch = epoch + 1 WHERE name = 'relay'");
        outbox.keepOrder();

        assertThatThrownBy(() -> outbox.advance(
                        new StoredRows(flying.stream().map(OutboxRow::id).toList(), 15), List.of(), 5, paused))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another instance has taken the lease");
        assertThat(outbox.backlog()).isEqualTo(10);
        assertThat(fixture.rows("SELECT number FROM messaging.sending")).isEmpty();
    }

    private long epochOfTheRelay() {
        return Long.parseLong(fixture.rows("SELECT epoch FROM messaging.lease WHERE name = 'relay'")
                .getFirst());
    }

    @Test
    void aForeignMessageInTheStreamLosesNothing() throws Exception {
        emit("a", 1, 10);
        fixture.drain();
        new EarlierStream(fixture).foreignMessage();
        emit("a", 11, 3_000);

        fixture.drain();

        assertThat(fixture.stored().stream()
                        .filter(message -> message.getHeaders() != null)
                        .map(message -> message.getHeaders().getFirst("ce-sequence")))
                .isEqualTo(IntStream.rangeClosed(1, 3_000)
                        .mapToObj(Integer::toString)
                        .toList());
    }

    @Test
    void eventsWaitWhileTheBrokerIsDownAndAcrossItsCrash() {
        emit("a", 1, 100);
        fixture.drain();
        fixture.nats().kill();
        emit("a", 101, 300);
        assertThat(fixture.bean(OutboxTable.class).backlog()).isEqualTo(200);

        fixture.nats().start();
        fixture.drain();

        assertThat(fixture.storedEvents()).isEqualTo(events("a", 1, 300));
    }

    /** As when the server's window for duplicates is over: it does not know their ids any more. */
    private static List<OutboxRow> longAgo(List<OutboxRow> rows) {
        return rows.stream()
                .map(row -> new OutboxRow(
                        row.id(),
                        row.eventId() + "-again",
                        row.subject(),
                        row.headers().replace(row.eventId(), row.eventId() + "-again"),
                        row.body()))
                .toList();
    }

    final Publisher crashedLeader() throws Exception {
        var connection = fixture.bean(NatsLink.class).connection().orElseThrow();
        long last = connection
                .jetStreamManagement()
                .getStreamInfo(fixture.stream())
                .getStreamState()
                .getLastSequence();
        return publisher(connection, last);
    }

    final void emit(String thing, int from, int to) {
        fixture.emit(IntStream.rangeClosed(from, to)
                .mapToObj(i -> happened(thing, i))
                .toArray(Emission[]::new));
    }

    static Emission happened(String thing, int number) {
        return Emission.of(thing, number, new ThingHappened(thing, number));
    }

    static List<String> events(String thing, int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(i -> thing + ".happened " + i)
                .toList();
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.millrace.chassis.relay;

import static io.millrace.chassis.relay.RelayGuarantees.events;
import static io.millrace.chassis.relay.RelayGuarantees.happened;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.millrace.chassis.ChassisFixture;
import io.millrace.chassis.nats.NatsLink;
import io.millrace.chassis.outbox.Emission;
import io.millrace.chassis.outbox.Outbox;
import io.millrace.chassis.outbox.OutboxRow;
import io.millrace.chassis.outbox.OutboxTable;
import io.millrace.chassis.outbox.SentTable;
import io.millrace.chassis.outbox.StoredRows;
import io.millrace.chassis.relay.RepublishRange.AfterEvent;
import io.millrace.chassis.relay.RepublishRange.Everything;
import io.millrace.chassis.relay.RepublishRange.Since;
import io.millrace.chassis.relay.Republished.PutBack;
import io.millrace.contracts.EnvelopeHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RepublicationIT {

    private final ChassisFixture fixture = new ChassisFixture();
    private final EarlierStream stream = new EarlierStream(fixture);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void nothingIsPublishedOntoAStreamThatLostEvents() throws Exception {
        publish("a", 1, 100);
        stream.goBackTo(60);
        emit("a", 101, 105);

        awaitStop();

        assertThat(fixture.bean(Relay.class).state().state())
                .contains("ends at 60")
                .contains("stored at 100")
                .contains("millrace outbox republish " + fixture.service());
        assertThat(fixture.stored()).hasSize(60);
    }

    @Test
    void whatWasLostComesBackWhereItStoodBeforeAndBeforeWhatWaits() throws Exception {
        publish("a", 1, 100);
        stream.goBackTo(60);
        emit("a", 101, 105);
        awaitStop();

        assertThat(republish()).extracting(PutBack::count, PutBack::givenUp).containsExactly(40L, 0L);
        fixture.drain();

        assertThat(fixture.storedEvents()).isEqualTo(events("a", 1, 105));
    }

    @Test
    void theOrderIsThatOfTheStreamAndNotThatOfTheIds() throws Exception {
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
        publish("slow", 2, 2);
        List<String> before = fixture.storedEvents();
        assertThat(before).containsExactly("quick.happened 1", "slow.happened 1", "slow.happened 2");
        stream.goBackTo(0);

        republish();
        fixture.drain();

        assertThat(fixture.storedEvents()).isEqualTo(before);
    }

    @Test
    void whatWasStoredAndNotYetNotedComesBackInTheOrderInWhichItWasSent() throws Exception {
        publish("first", 1, 1);
        CountDownLatch drawn = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        try (var executor = Executors.newSingleThreadExecutor()) {
            var slow = executor.submit(() -> fixture.transactions().executeWrite(tx -> {
                fixture.bean(Outbox.class).emit(happened("slow", 1));
                drawn.countDown();
                return await(commit);
            }));
            drawn.await();
            emit("quick", 1, 2);
            sendAndCrash();
            commit.countDown();
            slow.get();
        }
        List<String> before = fixture.storedEvents();
        assertThat(before).containsExactly("first.happened 1", "quick.happened 1", "quick.happened 2");
        stream.goBackTo(0);
        awaitStop();

        republish();
        fixture.drain();

        assertThat(fixture.storedEvents())
                .containsExactly("first.happened 1", "quick.happened 1", "quick.happened 2", "slow.happened 1");
    }

    /** As a leader that is killed after its messages were stored, and before it wrote that down. */
    private void sendAndCrash() throws Exception {
        List<OutboxRow> rows = fixture.bean(OutboxTable.class).advance(StoredRows.NONE, List.of(), 10);
        var connection = fixture.bean(NatsLink.class).connection().orElseThrow();
        new LinkedPublisher(connection, fixture.stored().size())
                .send(rows)
                .awaitStored(Duration.ofSeconds(5), () -> -1);
    }

    @Test
    void nothingThatTheStreamHoldsIsPublishedTwice() throws Exception {
        publish("a", 1, 30);

        assertThat(republish().count()).isZero();
        stream.goBackTo(10);
        assertThat(republish().count()).isEqualTo(20);
        assertThat(republish().count()).isZero();
        fixture.drain();

        assertThat(republish().count()).isZero();
        assertThat(fixture.storedEvents()).isEqualTo(events("a", 1, 30));
    }

    @Test
    void aCrashInTheMiddleLeavesTheRelayStoppedUntilItIsCompleted() throws Exception {
        publish("a", 1, 30);
        stream.goBackTo(10);
        fixture.bean(SentTable.class).putBack(10, 7);

        awaitStop();
        assertThat(fixture.stored()).hasSize(10);

        assertThat(republish().count()).isEqualTo(13);
        fixture.drain();
        assertThat(fixture.storedEvents()).isEqualTo(events("a", 1, 30));
    }

    @Test
    void whatIsLostASecondTimeComesBackASecondTime() throws Exception {
        publish("a", 1, 30);
        stream.goBackTo(10);
        republish();
        fixture.drain();
        stream.goBackTo(5);
        emit("a", 31, 31);

        assertThat(republish().count()).isEqualTo(25);
        fixture.drain();

        assertThat(fixture.storedEvents()).isEqualTo(events("a", 1, 31));
    }

    @Test
    void aDryRunTellsAndChangesNothing() throws Exception {
        publish("a", 1, 30);
        String first = fixture.stored().get(10).getHeaders().getFirst(EnvelopeHeaders.EVENT_ID);
        stream.goBackTo(10);

        PutBack told = (PutBack) republish(new Everything(), true);

        assertThat(told.count()).isEqualTo(20);
        assertThat(told.first().eventId()).isEqualTo(first);
        assertThat(told.last().sequence()).isEqualTo(30);
        assertThat(fixture.bean(OutboxTable.class).backlog()).isZero();
        awaitStop();
    }

    @Test
    void aLaterBeginningGivesUpWhatWasLostBeforeIt() throws Exception {
        publish("a", 1, 30);
        String twentieth = fixture.stored().get(19).getHeaders().getFirst(EnvelopeHeaders.EVENT_ID);
        stream.goBackTo(10);

        assertThat((PutBack) republish(new AfterEvent(twentieth), false))
                .extracting(PutBack::count, PutBack::givenUp)
                .containsExactly(10L, 10L);
        fixture.drain();

        assertThat(fixture.storedEvents())
                .isEqualTo(Stream.concat(events("a", 1, 10).stream(), events("a", 21, 30).stream())
                        .toList());
    }

    @Test
    void aBeginningAfterEverythingAcceptsTheLoss() throws Exception {
        publish("a", 1, 30);
        stream.goBackTo(10);

        assertThat((PutBack) republish(new Since(Instant.now().plusSeconds(60)), false))
                .extracting(PutBack::count, PutBack::givenUp)
                .containsExactly(0L, 20L);
        publish("b", 1, 1);

        assertThat(fixture.storedEvents()).hasSize(11).endsWith("b.happened 1");
    }

    @Test
    void anEventThatWasNeverSentIsNoBeginning() throws Exception {
        publish("a", 1, 3);
        stream.goBackTo(1);

        assertThat(republish(new AfterEvent("nobody"), false)).isEqualTo(new Republished.UnknownEvent("nobody"));
    }

    @Test
    void aHoleInTheMiddleIsNamedToo() throws Exception {
        publish("a", 1, 10);
        stream.foreignMessage();
        publish("a", 11, 20);
        stream.goBackTo(3);

        assertThat(republish(new Everything(), false)).isEqualTo(new Republished.KeptInPart(1, 11));
    }

    @Test
    void aHoleThatTheArchiveCannotFillIsNotPassedOverSilently() throws Exception {
        publish("a", 1, 30);
        fixture.bean(SentTable.class).prune(Duration.ZERO, 20);
        stream.goBackTo(10);

        assertThat(republish(new Everything(), false)).isEqualTo(new Republished.KeptInPart(10, 11));
        assertThat((PutBack) republish(new Since(Instant.EPOCH), false))
                .extracting(PutBack::count)
                .isEqualTo(10L);
    }

    @Test
    void anotherStreamOfTheSameNameGetsNothing() throws Exception {
        publish("a", 1, 30);
        stream.goBackTo(0);
        stream.foreignMessage();

        assertThat(republish(new Everything(), false)).isInstanceOf(Republished.AnotherStream.class);
    }

    @Test
    void onlyTheLeaderMay() throws Exception {
        publish("a", 1, 3);
        try (ApplicationContext standby = fixture.instance("standby")) {
            Republication other = standby.getBean(Republication.class);
            NatsLink nats = standby.getBean(NatsLink.class);
            Awaitility.await().until(() -> nats.connection().isPresent());

            assertThat(other.republish(new Everything(), true)).isEqualTo(new Republished.NotLeading());
        }
    }

    @Test
    void whoKeepsNothingHasNothingToPublishAgain() throws Exception {
        try (ApplicationContext forgetful = fixture.instance("first", Map.of("millrace.outbox.keep", "0s"))) {
            emit("a", 1, 10);
            fixture.drain(forgetful);
            stream.goBackTo(5);
            emit("a", 11, 11);
            fixture.drain(forgetful);

            assertThat(fixture.storedEvents()).hasSize(6);
            assertThat(forgetful.getBean(SentTable.class).last()).isEmpty();
            assertThat(forgetful.getBean(Republication.class).republish(new Everything(), true))
                    .isEqualTo(new Republished.NothingKept());
        }
    }

    @Test
    void theOldestAreForgottenFirstAndTheNewestNever() {
        publish("a", 1, 30);
        SentTable sent = fixture.bean(SentTable.class);

        assertThat(sent.prune(Duration.ofDays(1), 10)).isZero();
        assertThat(sent.prune(Duration.ZERO, 10)).isEqualTo(10);
        assertThat(sent.firstBehind(0))
                .hasValueSatisfying(first -> assertThat(first.sequence()).isEqualTo(11));
        assertThat(sent.prune(Duration.ZERO, 100)).isEqualTo(19);
        assertThat(sent.last())
                .hasValueSatisfying(last -> assertThat(last.sequence()).isEqualTo(30));
    }

    private void publish(String thing, int from, int to) {
        emit(thing, from, to);
        fixture.drain();
    }

    private void emit(String thing, int from, int to) {
        fixture.emit(IntStream.rangeClosed(from, to)
                .mapToObj(i -> happened(thing, i))
                .toArray(Emission[]::new));
    }

    private PutBack republish() throws InterruptedException {
        return (PutBack) republish(new Everything(), false);
    }

    private Republished republish(RepublishRange range, boolean dryRun) throws InterruptedException {
        return fixture.bean(Republication.class).republish(range, dryRun);
    }

    private void awaitStop() {
        Relay relay = fixture.bean(Relay.class);
        Awaitility.await().until(() -> {
            relay.runOnce();
            return relay.state().state().startsWith("stopped");
        });
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

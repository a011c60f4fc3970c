package io.millrace.chassis.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.millrace.chassis.ChassisFixture;
import io.millrace.chassis.ThingEnded;
import io.millrace.chassis.ThingHappened;
import io.millrace.chassis.loop.Loop;
import io.millrace.chassis.outbox.Emission;
import io.millrace.testkit.nats.NatsClient;
import io.nats.client.PurgeOptions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventLoopIT {

    private final ChassisFixture fixture = new ChassisFixture();

    @BeforeEach
    void table() {
        Things.failure = effect -> null;
        fixture.transactions()
                .executeWrite(tx -> tx.getConnection()
                        .createStatement()
                        .execute("CREATE TABLE effect (id bigint GENERATED ALWAYS AS IDENTITY, effect text)"));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void eachEventTakesEffectOnceInTheOrderOfItsAggregate() {
        publish(happened("a", 1), happened("b", 1), ended("a", 2), happened("a", 3), happened("b", 2));

        try (ApplicationContext instance = listening("one")) {
            runUntil(instance, 5);
        }

        assertThat(effects()).hasSize(5);
        assertThat(effects().stream().filter(e -> e.startsWith("a"))).containsExactly("a 1", "a ended 2", "a 3");
        assertThat(effects().stream().filter(e -> e.startsWith("b"))).containsExactly("b 1", "b 2");
    }

    @Test
    void whoComesAfterACrashGoesOnBehindThePosition() {
        publishMany(1, 5_000);
        ApplicationContext crashed = listening("one");
        runUntil(crashed, 1);
        assertThat(loop(crashed).state().position()).isLessThan(5_000);

        try (ApplicationContext successor = listening("one")) {
            publishMany(5_001, 5_100);
            runUntil(successor, 5_100);
        }
        crashed.close();

        assertThat(effects())
                .isEqualTo(
                        IntStream.rangeClosed(1, 5_100).mapToObj(i -> "a " + i).toList());
    }

    @Test
    void aNewConsumerBeginsWhereItIsToldTo() {
        publishMany(1, 10);
        Map<String, Object> told = Map.of(
                "tests.from",
                fixture.service(),
                "millrace.consumers." + fixture.service() + "-" + fixture.service() + ".start",
                "7");

        try (ApplicationContext instance = fixture.instance("one", told)) {
            runUntil(instance, 10);
        }
        assertThat(effects()).containsExactly("a 8", "a 9", "a 10");

        publishMany(11, 12);
        try (ApplicationContext again = fixture.instance("one", told)) {
            runUntil(again, 12);
        }
        assertThat(effects()).containsExactly("a 8", "a 9", "a 10", "a 11", "a 12");
    }

    @Test
    void whoWasPausedBeforeItEverBeganStillBeginsWhereItIsToldTo() {
        publishMany(1, 10);
        String consumer = fixture.service() + "-" + fixture.service();
        fixture.transactions()
                .executeWrite(tx -> tx.getConnection()
                        .createStatement()
                        .executeUpdate("INSERT INTO messaging.consumer (name, stream) VALUES ('" + consumer + "', '"
                                + fixture.stream() + "')"));

        try (ApplicationContext instance = fixture.instance(
                "one", Map.of("tests.from", fixture.service(), "millrace.consumers." + consumer + ".start", "end"))) {
            runUntil(instance, 10);
            publishMany(11, 12);
            runUntil(instance, 12);
        }
        assertThat(effects()).containsExactly("a 11", "a 12");
    }

    @Test
    void aResetIsNoticedThoughNothingComes() {
        publishMany(1, 10);
        try (ApplicationContext instance = listening("one")) {
            runUntil(instance, 10);
            fixture.transactions()
                    .executeWrite(tx -> tx.getConnection()
                            .createStatement()
                            .executeUpdate("UPDATE messaging.consumer SET position = 5, event_id = NULL"));
            Awaitility.await().until(() -> {
                loop(instance).runOnce();
                return effects().size() == 15;
            });
        }
    }

    @Test
    void anOwnerThatWasPausedCannotCommit() {
        publishMany(1, 10);
        try (ApplicationContext paused = listening("one");
                ApplicationContext successor = listening("one")) {
            runUntil(paused, 10);
            loop(successor).runOnce();
            publishMany(11, 20);
            runUntil(successor, 20);
            publishMany(21, 30);

            loop(paused).runOnce();
            runUntil(successor, 30);
        }

        assertThat(effects())
                .isEqualTo(IntStream.rangeClosed(1, 30).mapToObj(i -> "a " + i).toList());
    }

    @Test
    void anOutageOfTheDatabaseLeavesNothingBehindAndParksNothing() {
        publish(happened("a", 1), ended("a", 2));
        try (ApplicationContext instance = listening("one")) {
            Things.failure = effect -> new SQLException("told to fail", "40P01");
            Awaitility.await()
                    .untilAsserted(() ->
                            assertThatThrownBy(() -> loop(instance).runOnce()).hasMessageContaining("told to fail"));
            assertThat(effects()).isEmpty();
            assertThat(loop(instance).state().state()).contains("told to fail");
            assertThat(loop(instance).state().owner()).isTrue();
            assertThat(loop(instance).state().flowing()).isFalse();
            assertThat(loop(instance).state().waitingSince()).isPresent();

            Things.failure = effect -> null;
            runUntil(instance, 2);
        }
        assertThat(effects()).containsExactly("a 1", "a ended 2");
    }

    @Test
    void nothingIsAcknowledgedBeforeItIsCommitted() throws Exception {
        publish(happened("a", 1), ended("a", 2));
        try (ApplicationContext instance = listening("one");
                var connection = NatsClient.connect(fixture.nats().url())) {
            String consumer = loop(instance).state().name();
            Callable<Long> acknowledged = () -> connection
                    .jetStreamManagement()
                    .getConsumerInfo(fixture.stream(), consumer)
                    .getAckFloor()
                    .getStreamSequence();
            Things.failure = effect -> new SQLException("told to fail", "40P01");
            Awaitility.await()
                    .untilAsserted(() ->
                            assertThatThrownBy(() -> loop(instance).runOnce()).hasMessageContaining("told to fail"));
            Awaitility.await().during(Duration.ofMillis(500)).until(acknowledged, floor -> floor == 0);

            Things.failure = effect -> null;
            runUntil(instance, 2);
            Awaitility.await().until(acknowledged, floor -> floor == 2);
        }
    }

    @Test
    void whatIsBeingHandledIsNotHandledYet() {
        publishMany(1, 1);
        try (ApplicationContext instance = listening("one")) {
            runUntil(instance, 1);
            List<ConsumerState> meanwhile = new ArrayList<>();
            Things.failure = effect -> {
                meanwhile.add(loop(instance).state());
                return null;
            };
            publishMany(2, 4);
            runUntil(instance, 4);

            assertThat(meanwhile).hasSize(3).first().satisfies(state -> {
                assertThat(state.lag()).isBetween(1L, 3L);
                assertThat(state.waitingSince()).isPresent();
                assertThat(state.position()).isOne();
                assertThat(state.state()).isEqualTo("catching up");
            });
            assertThat(loop(instance).state().lag()).isZero();
            assertThat(loop(instance).state().waitingSince()).isEmpty();
            assertThat(loop(instance).state().state()).isEqualTo("live");
        }
    }

    @Test
    void whatWasPurgedFromTheEndIsNotWaitedFor() throws Exception {
        publish(happened("a", 1));
        try (ApplicationContext instance = listening("one")) {
            runUntil(instance, 1);
        }
        publish(happened("b", 1), happened("c", 1));
        purge("c");
        purge("b");

        try (ApplicationContext instance = listening("two")) {
            Awaitility.await().until(() -> {
                loop(instance).runOnce();
                return loop(instance).state().owner();
            });
            assertThat(loop(instance).state().lag()).isZero();
            assertThat(loop(instance).state().state()).isEqualTo("live");
        }
    }

    @Test
    void aPausedConsumerKnowsSinceWhenSomethingWaits() {
        publishMany(1, 3);
        try (ApplicationContext instance = listening("one")) {
            fixture.sql("INSERT INTO messaging.consumer (name, stream, paused) VALUES ('%s', '%s', true)"
                    .formatted(loop(instance).state().name(), fixture.stream()));
            Awaitility.await().until(() -> {
                loop(instance).runOnce();
                return loop(instance).state().isPaused();
            });
            assertThat(loop(instance).state().lag()).isEqualTo(3);
            assertThat(loop(instance).state().waitingSince()).isPresent();
            assertThat(loop(instance).state().flowing()).isTrue();
        }
    }

    @Test
    void whoCannotAskForTheLeaseOwnsNothing() {
        try (ApplicationContext instance = listening("one")) {
            fixture.sql("ALTER TABLE messaging.lease RENAME TO lease_away");
            Awaitility.await()
                    .untilAsserted(() ->
                            assertThatThrownBy(() -> loop(instance).runOnce()).hasMessageContaining("messaging.lease"));
            assertThat(loop(instance).state().state()).startsWith("failing");
            assertThat(loop(instance).state().owner()).isFalse();
            fixture.sql("ALTER TABLE messaging.lease_away RENAME TO lease");
        }
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whateverAHandlerFailsWithNothingIsSkippedAndTheLoopGoesOn(Throwable failure) {
        publishMany(1, 3_500);
        AtomicInteger calls = new AtomicInteger();
        Things.failure = effect -> calls.incrementAndGet() == 1_500 ? failure : null;

        try (ApplicationContext instance = listening("one")) {
            Consuming consuming = instance.getBean(EventLoops.class).all().getFirst();
            Loop reading = new Loop("test", consuming.loop());
            Loop trying = new Loop("test-parked", consuming.parked());
            reading.start();
            trying.start();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> effects().size() == 3_500);
            reading.stop();
            trying.stop();
        }

        assertThat(effects())
                .isEqualTo(
                        IntStream.rangeClosed(1, 3_500).mapToObj(i -> "a " + i).toList());
    }

    static Stream<Throwable> failures() {
        return Stream.of(
                new IllegalStateException("told to fail"),
                new SQLException("deadlock detected", "40P01"),
                new SQLException("duplicate key", "23505"),
                new AssertionError("told to fail"),
                new StackOverflowError("told to fail"));
    }

    @Test
    void aStreamThatWasPurgedBehindThePositionIsRecognised() throws Exception {
        publishMany(1, 10);
        try (ApplicationContext instance = listening("one")) {
            runUntil(instance, 10);
        }
        publishMany(11, 30);
        try (var connection = NatsClient.connect(fixture.nats().url())) {
            connection
                    .jetStreamManagement()
                    .purgeStream(
                            fixture.stream(),
                            PurgeOptions.builder().sequence(21).build());
        }

        try (ApplicationContext instance = listening("one")) {
            Awaitility.await().until(() -> {
                loop(instance).runOnce();
                return loop(instance).state().state().startsWith("stopped");
            });
            assertThat(loop(instance).state().state()).contains("purged");
            assertThat(loop(instance).state().owner()).isTrue();
        }
        assertThat(effects()).hasSize(10);
    }

    @Test
    void aStreamThatWasRecreatedIsRecognised() throws Exception {
        publishMany(1, 10);
        try (ApplicationContext instance = listening("one")) {
            runUntil(instance, 10);
        }
        try (var connection = NatsClient.connect(fixture.nats().url())) {
            connection.jetStreamManagement().deleteStream(fixture.stream());
        }
        fixture.transactions()
                .executeWrite(tx -> tx.getConnection().createStatement().execute("TRUNCATE messaging.sent"));
        publishMany(11, 30);

        try (ApplicationContext instance = listening("one")) {
            Awaitility.await().until(() -> {
                loop(instance).runOnce();
                return loop(instance).state().state().startsWith("stopped");
            });
            assertThat(loop(instance).state().state()).contains("recreated or restored");
        }
        assertThat(effects()).hasSize(10);
    }

    @Test
    void anotherInstanceTakesOverAtOnceWhenTheOwnerStopsInGoodOrder() {
        publishMany(1, 10);
        ApplicationContext first = listening("one");
        ApplicationContext second = listening("two");
        runUntil(first, 10);
        loop(second).runOnce();
        assertThat(loop(second).state().state()).isEqualTo("standby");

        loop(first).resign();
        publishMany(11, 20);
        runUntil(second, 20);
        first.close();
        second.close();

        assertThat(effects()).hasSize(20).doesNotHaveDuplicates();
    }

    private ApplicationContext listening(String instance) {
        return fixture.instance(instance, Map.of("tests.from", fixture.service()));
    }

    private static EventLoop loop(ApplicationContext instance) {
        return instance.getBean(EventLoops.class).all().getFirst().loop();
    }

    private static void runUntil(ApplicationContext instance, long position) {
        Awaitility.await().until(() -> {
            loop(instance).runOnce();
            return loop(instance).state().position() >= position;
        });
    }

    private void publishMany(int from, int to) {
        publish(IntStream.rangeClosed(from, to).mapToObj(i -> happened("a", i)).toArray(Emission[]::new));
    }

    private void publish(Emission... emissions) {
        fixture.emit(emissions);
        fixture.drain();
    }

    private void purge(String thing) throws Exception {
        try (var connection = NatsClient.connect(fixture.nats().url())) {
            connection
                    .jetStreamManagement()
                    .purgeStream(
                            fixture.stream(),
                            PurgeOptions.subject("evt.%s.thing.%s.>".formatted(fixture.service(), thing)));
        }
    }

    private static Emission happened(String thing, int number) {
        return Emission.of(thing, number, new ThingHappened(thing, number));
    }

    private static Emission ended(String thing, int number) {
        return Emission.of(thing, number, new ThingEnded(thing));
    }

    private List<String> effects() {
        return fixture.transactions().executeRead(tx -> {
            var rows = tx.getConnection().createStatement().executeQuery("SELECT effect FROM effect ORDER BY id");
            List<String> effects = new ArrayList<>();
            while (rows.next()) {
                effects.add(rows.getString(1));
            }
            return effects;
        });
    }
}

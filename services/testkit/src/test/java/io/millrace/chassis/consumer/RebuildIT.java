package io.millrace.chassis.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.millrace.chassis.ChassisFixture;
import io.millrace.chassis.ThingHappened;
import io.millrace.chassis.outbox.Emission;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RebuildIT {

    private static final String ALL = "SELECT id || ' ' || times || ' ' || last FROM thing ORDER BY id";

    private final ChassisFixture fixture = new ChassisFixture();

    @BeforeEach
    void tables() {
        Things.failure = effect -> null;
        ThingBook.added = 0;
        fixture.sql(ThingBook.TABLES);
    }

    @AfterEach
    void close() {
        Things.failure = effect -> null;
        ThingBook.added = 0;
        fixture.close();
    }

    @Test
    void newTablesServeWhenTheyHoldWhatTheStreamSaysAndNotBefore() {
        publish(1, 3_000);
        try (ApplicationContext instance = listening("one")) {
            runUntil(instance, 3_000);
            ThingBook.added = 1_000_000;
            request();
            rebuild(instance).runOnce();
            publish(3_001, 3_100);
            assertThat(fixture.rows(ALL))
                    .containsExactly("thing-1 1000 2998", "thing-2 1000 2999", "thing-3 1000 3000");

            runUntil(instance, 3_100);
            runUntilState(instance, "DONE");
            publish(3_101, 3_103);
            runUntil(instance, 3_103);
        }

        assertThat(fixture.rows(ALL))
                .containsExactly("thing-1 1035 1003103", "thing-2 1034 1003101", "thing-3 1034 1003102");
        assertThat(fixture.rows("SELECT count(*) FROM thing_note")).containsExactly("3103");
        assertThat(fixture.rows("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'rebuild%'"))
                .isEmpty();
    }

    @Test
    void keysIndexesAndReferencesKeepTheirNames() {
        List<String> before = definitions();
        publish(1, 10);
        try (ApplicationContext instance = listening("one")) {
            runUntil(instance, 10);
            request();
            runUntilState(instance, "DONE");
        }
        assertThat(definitions()).isEqualTo(before).hasSizeGreaterThan(3);
    }

    @Test
    void afterACrashItGoesOnWhereItWas() {
        publish(1, 5_000);
        ApplicationContext crashed = listening("one");
        runUntil(crashed, 5_000);
        request();
        Awaitility.await().until(() -> {
            rebuild(crashed).runOnce();
            return Long.parseLong(fixture.rows("SELECT position FROM messaging.rebuild")
                            .getFirst())
                    > 0;
        });
        long reached = Long.parseLong(
                fixture.rows("SELECT position FROM messaging.rebuild").getFirst());
        assertThat(reached).isLessThan(5_000);

        try (ApplicationContext successor = listening("one")) {
            runUntilState(successor, "DONE");
        }
        crashed.close();

        assertThat(fixture.rows("SELECT sum(times) FROM thing")).containsExactly("5000");
        assertThat(fixture.rows("SELECT count(*) FROM thing_note")).containsExactly("5000");
    }

    @Test
    void anEventThatFailsEndsItAndTheOldTablesStay() {
        publish(1, 30);
        try (ApplicationContext instance = listening("one")) {
            runUntil(instance, 30);
            Things.failure = effect -> effect.equals("thing-2 14") ? new IllegalStateException("no") : null;
            request();
            runUntilState(instance, "FAILED");
        }
        assertThat(fixture.rows("SELECT sum(times) FROM thing")).containsExactly("30");
        assertThat(fixture.rows("SELECT error FROM messaging.rebuild").getFirst())
                .startsWith("the event at position 14 fails: ")
                .contains("no");
        assertThat(fixture.rows("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'rebuild%'"))
                .isEmpty();
    }

    @Test
    void whatIsParkedAndWasRebuiltIsNotWrittenTwice() {
        publish(1, 9);
        Things.failure = effect -> effect.equals("thing-2 5") ? new IllegalStateException("no") : null;
        try (ApplicationContext instance = listening("one")) {
            runUntil(instance, 9);
            assertThat(fixture.rows("SELECT sum(times) FROM thing")).containsExactly("7");
            Things.failure = effect -> null;
            request();
            runUntilState(instance, "DONE");
            assertThat(fixture.rows("SELECT sum(times) FROM thing")).containsExactly("9");

            Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> {
                consuming(instance).parked().runOnce();
                return fixture.rows("SELECT position FROM messaging.parked_event")
                        .isEmpty();
            });
            publish(10, 12);
            runUntil(instance, 12);
        }
        assertThat(fixture.rows(ALL)).containsExactly("thing-1 4 10", "thing-2 4 11", "thing-3 4 12");
    }

    private List<String> definitions() {
        return fixture.rows("""
                SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
                UNION ALL
                SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
                WHERE connamespace = 'public'::regnamespace
                ORDER BY 1""");
    }

    private void request() {
        fixture.sql("INSERT INTO messaging.rebuild (consumer, state, requested_by) VALUES ('" + fixture.service() + "-"
                + fixture.service() + "', 'REQUESTED', 'test')");
    }

    private ApplicationContext listening(String instance) {
        return fixture.instance(
                instance,
                Map.of("tests.book-from", fixture.service(), "millrace.consumer.retries.first-delay", "20ms"));
    }

    private static Consuming consuming(ApplicationContext instance) {
        return instance.getBean(EventLoops.class).all().getFirst();
    }

    private static Rebuild rebuild(ApplicationContext instance) {
        return consuming(instance).rebuild().orElseThrow();
    }

    private static void runUntil(ApplicationContext instance, long position) {
        Awaitility.await().until(() -> {
            consuming(instance).loop().runOnce();
            return consuming(instance).loop().state().position() >= position;
        });
    }

    private void runUntilState(ApplicationContext instance, String state) {
        Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> {
            rebuild(instance).runOnce();
            return fixture.rows("SELECT state FROM messaging.rebuild").equals(List.of(state));
        });
    }

    private void publish(int from, int to) {
        fixture.emit(IntStream.rangeClosed(from, to)
                .mapToObj(i -> Emission.of(
                        "thing-" + ((i - 1) % 3 + 1), (i + 2) / 3, new ThingHappened("thing-" + ((i - 1) % 3 + 1), i)))
                .toArray(Emission[]::new));
        fixture.drain();
    }
}

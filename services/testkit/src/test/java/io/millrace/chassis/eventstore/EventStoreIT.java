package io.millrace.chassis.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.chassis.ChassisFixture;
import io.millrace.chassis.eventstore.WellEvent.Deepened;
import io.millrace.chassis.eventstore.WellEvent.Dug;
import io.millrace.chassis.eventstore.WellEvent.Well;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventStoreIT {

    private static final AggregateType<Well, WellEvent> WELL =
            AggregateType.of(WellEvent.class, Well.class, Well::apply).withSnapshotEvery(10);

    private final ChassisFixture fixture = new ChassisFixture();
    private final EventStore<Well, WellEvent> store =
            fixture.bean(EventStores.class).of(WELL);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void anAggregateIsWhatItsEventsMakeOfIt() {
        append("w", new Dug(500), new Deepened(20));
        append("w", new Deepened(3));

        assertThat(store.load("w")).isEqualTo(new Loaded<>(new Well(523, 3), 3));
        assertThat(store.load("other").found()).isEmpty();
    }

    @Test
    void whatIsAppendedIsInTheStreamInTheSameOrder() {
        append("w", new Dug(500), new Deepened(20));
        append("w", new Deepened(3));
        fixture.drain();

        assertThat(fixture.stored().stream()
                        .map(message -> message.getSubject().replaceFirst(".*\\.well\\.", "") + " "
                                + message.getHeaders().getFirst("ce-sequence")))
                .containsExactly("w.dug 1", "w.deepened 2", "w.deepened 3");
        assertThat(store.history("w", 0, 10))
                .extracting(PastEvent::id)
                .containsExactlyElementsOf(fixture.stored().stream()
                        .map(message -> message.getHeaders().getFirst("ce-id"))
                        .toList());
    }

    @Test
    void ofTwoWhoAppendToOneVersionTheSecondIsOutrunAndHasWrittenNothing() {
        append("w", new Dug(500));
        Loaded<Well> seen = store.load("w");
        append("w", new Deepened(1));

        assertThat(store.append(Appending.of("w", seen, List.of(new Deepened(7), new Deepened(8)))))
                .isEqualTo(new Append.Outrun<>());
        assertThat(store.append(Appending.of("w", Loaded.nothing(), List.of(new Dug(7)))))
                .isEqualTo(new Append.Outrun<>());

        assertThat(store.load("w")).isEqualTo(new Loaded<>(new Well(501, 2), 2));
        assertThat(fixture.rows("SELECT id FROM messaging.outbox")).hasSize(2);
    }

    @Test
    void nobodyAppendsBehindAVersionThatIsNotThere() {
        append("w", new Dug(500));

        assertThat(store.append(Appending.of("w", new Loaded<>(new Well(900, 5), 5), List.of(new Deepened(1)))))
                .isEqualTo(new Append.Outrun<>());
        assertThat(store.history("w", 0, 10)).hasSize(1);
    }

    @Test
    void manyAtOnceWhoTryAgainWhenOutrunLoseNothing() throws Exception {
        append("w", new Dug(0));
        Callable<Void> deepening = () -> {
            for (int i = 0; i < 25; i++) {
                append("w", new Deepened(1));
            }
            return null;
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Void> done : threads.invokeAll(Collections.nCopies(8, deepening))) {
                done.get();
            }
        }

        assertThat(store.load("w")).isEqualTo(new Loaded<>(new Well(200, 201), 201));
        assertThat(store.history("w", 0, 1_000))
                .extracting(PastEvent::version)
                .isEqualTo(IntStream.rangeClosed(1, 201).mapToObj(Long::valueOf).toList());
    }

    @Test
    void severalAggregatesAreAppendedToEachByItself() {
        append("a", new Dug(1));
        Loaded<Well> seen = store.load("a");
        append("a", new Deepened(1));

        Map<String, Append<Well>> outcomes = store.appendAll(List.of(
                Appending.of("a", seen, List.of(new Deepened(5))),
                Appending.of("b", Loaded.nothing(), List.of(new Dug(2), new Deepened(2)))));

        assertThat(outcomes)
                .isEqualTo(Map.of("a", new Append.Outrun<>(), "b", new Append.Done<>(new Loaded<>(new Well(4, 2), 2))));
        assertThat(store.loadAll(List.of("a", "b", "c")))
                .isEqualTo(Map.of(
                        "a", new Loaded<>(new Well(2, 2), 2),
                        "b", new Loaded<>(new Well(4, 2), 2),
                        "c", Loaded.nothing()));
    }

    @Test
    void anAggregateIsTheSameWithSnapshotsAndWithout() {
        append("w", new Dug(100));
        for (int i = 0; i < 34; i++) {
            append("w", new Deepened(1));
        }
        Loaded<Well> withSnapshots = store.load("w");
        assertThat(fixture.rows("SELECT version FROM messaging.snapshot ORDER BY version"))
                .containsExactly("10", "20", "30");

        fixture.sql("TRUNCATE messaging.snapshot");

        assertThat(store.load("w")).isEqualTo(withSnapshots).isEqualTo(new Loaded<>(new Well(134, 35), 35));
    }

    @Test
    void aSnapshotIsWhatIsReadAndTheEventsBehindIt() {
        append("w", new Dug(100));
        for (int i = 0; i < 14; i++) {
            append("w", new Deepened(1));
        }

        fixture.sql("UPDATE messaging.snapshot SET body = '{\"depth\":9000,\"visits\":10}'");

        assertThat(store.load("w")).isEqualTo(new Loaded<>(new Well(9_005, 15), 15));
    }

    @Test
    void snapshotsOfAnotherFormatAreNotRead() {
        append("w", new Dug(100));
        for (int i = 0; i < 14; i++) {
            append("w", new Deepened(1));
        }
        fixture.sql("UPDATE messaging.snapshot SET body = '{\"unreadable\":true}'");

        EventStore<Well, WellEvent> newer = fixture.bean(EventStores.class).of(WELL.withFormat(2));

        assertThat(newer.load("w")).isEqualTo(new Loaded<>(new Well(114, 15), 15));
    }

    @Test
    void anAggregateIsHadAsItWasAtAVersion() {
        append("w", new Dug(100));
        for (int i = 0; i < 25; i++) {
            append("w", new Deepened(1));
        }

        assertThat(store.loadAt("w", 1)).isEqualTo(new Loaded<>(new Well(100, 1), 1));
        assertThat(store.loadAt("w", 15)).isEqualTo(new Loaded<>(new Well(114, 15), 15));
        assertThat(store.loadAt("w", 26)).isEqualTo(store.load("w"));
        assertThat(store.loadAt("w", 0).found()).isEmpty();
    }

    @Test
    void anAggregateIsHadAsItWasAtATime() {
        append("w", new Dug(100));
        append("w", new Deepened(1));
        append("w", new Deepened(2));
        fixture.sql("UPDATE messaging.event_store SET occurred_at = '2026-01-01T00:00:00Z'::timestamptz"
                + " + version * interval '1 hour'");

        assertThat(at("2026-01-01T00:30:00Z").found()).isEmpty();
        assertThat(at("2026-01-01T02:00:00Z")).isEqualTo(new Loaded<>(new Well(101, 2), 2));
        assertThat(at("2026-01-01T09:00:00Z")).isEqualTo(new Loaded<>(new Well(103, 3), 3));
    }

    @Test
    void eventsOfAnOlderVersionAreUpcastWhenTheyAreLoaded() {
        append("w", new Dug(100));
        fixture.sql("UPDATE messaging.event_store SET schema_version = '1.0', body = '{\"metres\":7}'");

        assertThat(store.load("w")).isEqualTo(new Loaded<>(new Well(700, 1), 1));
    }

    @Test
    void anEventThatNobodyCanReadIsNamed() {
        append("w", new Dug(100));
        fixture.sql("UPDATE messaging.event_store SET schema_version = '9.0'");

        assertThatThrownBy(() -> store.load("w"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("tests.well.dug 9.0")
                .hasMessageContaining("what is known here is 2.0");
    }

    @Test
    void aVersionThatIsMissingIsNamed() {
        append("w", new Dug(100), new Deepened(1), new Deepened(1));
        fixture.sql("DELETE FROM messaging.event_store WHERE version = 2");

        assertThatThrownBy(() -> store.load("w"))
                .hasMessage("the event store has no version 2 of tests.well w, but a version 3");
    }

    @Test
    void whatATransactionAppendedIsGoneWhenItIsRolledBack() {
        assertThatThrownBy(() -> fixture.transactions().executeWrite(tx -> {
                    append("w", new Dug(100));
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessage("changed my mind");

        assertThat(store.load("w").found()).isEmpty();
        assertThat(fixture.rows("SELECT id FROM messaging.outbox")).isEmpty();
    }

    private Loaded<Well> at(String time) {
        return store.loadAt("w", Instant.parse(time));
    }

    private void append(String id, WellEvent... events) {
        Append<Well> outcome = new Append.Outrun<>();
        while (outcome instanceof Append.Outrun) {
            outcome = store.append(Appending.of(id, store.load(id), List.of(events)));
        }
    }
}

package io.millrace.cli.bench;

import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.annotation.Serdeable;
import io.millrace.chassis.eventstore.AggregateType;
import io.millrace.chassis.eventstore.Appending;
import io.millrace.chassis.eventstore.EventStore;
import io.millrace.chassis.eventstore.EventStores;
import io.millrace.chassis.eventstore.Loaded;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What snapshots save: loading an aggregate of many events with them, and the same aggregate without. */
final class BesideSnapshots {

    private static final double WANTED = 20;
    private static final int LOADS_WITH = 500;
    private static final int LOADS_WITHOUT = 25;
    private static final int AT_ONCE = 100;
    private static final int SNAPSHOT_EVERY = 100;
    private static final String THING = "well-known";

    private final EventStore<Total, Measured> with;
    private final EventStore<Total, Measured> without;
    private final int events;
    private final int rounds;
    private final PrintWriter progress;

    /** What the events add up to. */
    @Serdeable
    record Total(long events, long sum) {

        static Total plus(Total before, Measured event) {
            return before == null
                    ? new Total(1, event.number())
                    : new Total(before.events + 1, before.sum + event.number());
        }
    }

    BesideSnapshots(ApplicationContext service, int events, int rounds, PrintWriter progress) {
        AggregateType<Total, Measured> type = new AggregateType<>(
                "bench.thing",
                Map.of("bench.thing.measured", Measured.class),
                Total.class,
                Total::plus,
                SNAPSHOT_EVERY,
                1);
        EventStores stores = service.getBean(EventStores.class);
        this.with = stores.of(type);
        // Snapshots of another format are not read.
        this.without = stores.of(type.withFormat(2));
        this.events = events;
        this.rounds = rounds;
        this.progress = progress;
    }

    Comparison measure() throws IOException, InterruptedException {
        append();
        List<Rate> fast = new ArrayList<>();
        List<Rate> slow = new ArrayList<>();
        for (int round = 0; round <= rounds; round++) {
            Rate snapshots = loads(with, LOADS_WITH);
            Rate all = loads(without, LOADS_WITHOUT);
            if (round > 0) {
                fast.add(snapshots);
                slow.add(all);
            }
            progress.printf(
                    "round %d of %d%s: with %,.0f loads/s, without %,.0f loads/s%n",
                    round, rounds, round == 0 ? " (warm-up)" : "", snapshots.perSecond(), all.perSecond());
            progress.flush();
        }
        return new Comparison("loads of %,d events with snapshots".formatted(events), fast, slow, WANTED);
    }

    private void append() {
        Loaded<Total> before = Loaded.nothing();
        for (int start = 0; start < events; start += AT_ONCE) {
            List<Measured> next = IntStream.range(start, Math.min(events, start + AT_ONCE))
                    .mapToObj(number -> new Measured(THING, number, "x"))
                    .toList();
            with.append(Appending.of(THING, before, next));
            before = with.load(THING);
        }
    }

    private Rate loads(EventStore<Total, Measured> store, int loads) throws IOException, InterruptedException {
        return Rate.of(loads, () -> {
            for (int load = 0; load < loads; load++) {
                long found = store.load(THING).state().events();
                if (found != events) {
                    throw new IOException("%d events were appended, but %d loaded".formatted(events, found));
                }
            }
        });
    }
}

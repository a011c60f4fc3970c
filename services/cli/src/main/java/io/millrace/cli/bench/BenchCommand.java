package io.millrace.cli.bench;

import io.millrace.testkit.nats.Durability;
import io.nats.client.JetStreamApiException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the chassis against the raw parts, side by side in one run. */
@Command(
        name = "bench",
        header = "Measure relay and projection against what NATS and its client do by themselves.",
        description = {
            "Starts PostgreSQL and NATS for itself, and measures in turn, round by round:",
            "  relay        from a full outbox into a stream, without an archive of what was sent, against asynchronous"
                    + " publishing without a database;",
            "  projection   from a stream into a table, against receiving without a database.",
            "The ratio is the median of the rounds. The first round warms up and does not count.",
            "",
            "With --modes it measures the relay alone, in all its ways: linked messages and atomic batches, with and"
                    + " without an archive of what was sent, on a server whose acknowledgement survives kill -9 and on one"
                    + " whose acknowledgement survives a power cut.",
            "",
            "With --poison it measures a projection in which one aggregate of 10,000 fails and is parked, against the same"
                    + " projection without.",
            "",
            "With --contracts it measures changes and their events, one a transaction, with each event held against its"
                    + " contract, against the same without.",
            "",
            "With --snapshots it measures how an aggregate of so many events (10,050 unless said otherwise) is loaded from"
                    + " the event store, with snapshots and without.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./millrace bench --rounds 3",
            "  ./millrace bench --modes --events 50000 --rounds 3",
            "  ./millrace bench --poison",
            "  ./millrace bench --contracts --events 20000",
            "  ./millrace bench --snapshots"
        })
public final class BenchCommand implements Callable<Integer> {

    private static final int MANY = 100_000;
    private static final int AGED = 10_050;

    @Spec
    private CommandSpec spec;

    @Option(names = "--events", description = "Events a round (default: 100000).")
    private Integer wantedEvents;

    @Option(names = "--rounds", defaultValue = "5", description = "Rounds that count (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--json", description = "Print one JSON document instead of a table.")
    private boolean json;

    @Option(names = "--modes", description = "Compare the relay's ways of publishing.")
    private boolean modes;

    @Option(names = "--poison", description = "Measure what one failing aggregate of 10,000 costs the others.")
    private boolean poison;

    @Option(names = "--contracts", description = "Measure what it costs to hold each event against its contract.")
    private boolean contracts;

    @Option(names = "--snapshots", description = "Measure what snapshots save when an aggregate is loaded.")
    private boolean snapshots;

    private int events;

    @Override
    public Integer call() throws IOException, InterruptedException, JetStreamApiException {
        events = wantedEvents == null ? (snapshots ? AGED : MANY) : wantedEvents;
        if (events < 1 || rounds < 1) {
            throw new ParameterException(spec.commandLine(), "--events and --rounds must be at least 1");
        }
        if (modes) {
            new RelayModes(events, rounds, spec.commandLine().getErr())
                    .measure()
                    .print(spec.commandLine().getOut());
            return 0;
        }
        if (contracts) {
            print(List.of(beside()));
            return 0;
        }
        if (snapshots) {
            print(List.of(besideSnapshots()));
            return 0;
        }
        try (BenchServers servers = new BenchServers(Durability.PROCESS);
                Bench bench = new Bench(servers, events, Map.of("millrace.outbox.keep", "0s"))) {
            PrintWriter err = spec.commandLine().getErr();
            print(poison ? List.of(new BesideParked(bench, rounds, err).measure()) : measure(bench));
        }
        return 0;
    }

    private Comparison beside() throws IOException, InterruptedException {
        try (BenchServers servers = new BenchServers(Durability.PROCESS);
                Bench checked = new Bench(servers, events);
                Bench unchecked = new Bench(servers, events, Map.of(UncheckedBodies.WANTED, true))) {
            return new BesideUnchecked(
                            checked, unchecked, rounds, spec.commandLine().getErr())
                    .measure();
        }
    }

    private Comparison besideSnapshots() throws IOException, InterruptedException {
        try (BenchServers servers = new BenchServers(Durability.PROCESS);
                Bench bench = new Bench(servers, events)) {
            return bench.besideSnapshots(rounds, spec.commandLine().getErr()).measure();
        }
    }

    private List<Comparison> measure(Bench bench) throws IOException, InterruptedException, JetStreamApiException {
        List<Rate> rawPublish = new ArrayList<>();
        List<Rate> relay = new ArrayList<>();
        List<Rate> rawPush = new ArrayList<>();
        List<Rate> projection = new ArrayList<>();
        for (int round = 0; round <= rounds; round++) {
            bench.prepare();
            List<Rate> figures = List.of(bench.rawPublish(), bench.relay(), bench.rawPush(), bench.projection());
            if (round > 0) {
                rawPublish.add(figures.get(0));
                relay.add(figures.get(1));
                rawPush.add(figures.get(2));
                projection.add(figures.get(3));
            }
            progress(round, figures);
        }
        return List.of(
                new Comparison("relay / raw pipelined publish", relay, rawPublish, 0.8),
                new Comparison("projection / raw push, ack policy all", projection, rawPush, 0.4));
    }

    private void progress(int round, List<Rate> figures) {
        PrintWriter err = spec.commandLine().getErr();
        err.printf(
                "round %d of %d%s: publish %,.0f/s, relay %,.0f/s, push %,.0f/s, projection %,.0f/s%n",
                round,
                rounds,
                round == 0 ? " (warm-up)" : "",
                figures.get(0).perSecond(),
                figures.get(1).perSecond(),
                figures.get(2).perSecond(),
                figures.get(3).perSecond());
        err.flush();
    }

    private void print(List<Comparison> comparisons) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(comparisons.stream().map(Comparison::json).collect(Collectors.joining(",", "[", "]")));
        } else {
            out.printf(
                    "%-38s %12s %12s %8s %8s%n",
                    "",
                    poison || contracts ? "with/s" : "chassis/s",
                    poison || contracts ? "without/s" : "raw/s",
                    "ratio",
                    "wanted");
            comparisons.forEach(comparison -> out.println(comparison.row()));
        }
        out.flush();
    }
}

package io.millrace.cli.bench;

import io.nats.client.JetStreamApiException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** What one aggregate whose events fail costs all others: the same projection over the same stream, with and without. */
final class BesideParked {

    private static final int AGGREGATES = 10_000;
    private static final double WANTED = 0.9;

    private final Bench bench;
    private final int rounds;
    private final PrintWriter progress;

    BesideParked(Bench bench, int rounds, PrintWriter progress) {
        this.bench = bench;
        this.rounds = rounds;
        this.progress = progress;
    }

    Comparison measure() throws IOException, InterruptedException, JetStreamApiException {
        bench.prepare(AGGREGATES);
        bench.relay();
        List<Rate> beside = new ArrayList<>();
        List<Rate> alone = new ArrayList<>();
        for (int round = 0; round <= rounds; round++) {
            Rate without = bench.projectionFailingOn("nothing");
            Rate with = bench.projectionFailingOn("thing-" + AGGREGATES / 2);
            if (round > 0) {
                alone.add(without);
                beside.add(with);
            }
            progress.printf(
                    "round %d of %d%s: without %,.0f/s, with one aggregate of %,d failing %,.0f/s%n",
                    round, rounds, round == 0 ? " (warm-up)" : "", without.perSecond(), AGGREGATES, with.perSecond());
            progress.flush();
        }
        return new Comparison("projection beside a failing aggregate", beside, alone, WANTED);
    }
}

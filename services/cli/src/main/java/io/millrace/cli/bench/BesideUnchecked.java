package io.millrace.cli.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** What it costs to hold each event against its contract: the same transactions, with and without. */
final class BesideUnchecked {

    private static final double WANTED = 0.9;

    private final Bench checked;
    private final Bench unchecked;
    private final int rounds;
    private final PrintWriter progress;

    BesideUnchecked(Bench checked, Bench unchecked, int rounds, PrintWriter progress) {
        this.checked = checked;
        this.unchecked = unchecked;
        this.rounds = rounds;
        this.progress = progress;
    }

    Comparison measure() throws IOException, InterruptedException {
        List<Rate> with = new ArrayList<>();
        List<Rate> without = new ArrayList<>();
        for (int round = 0; round <= rounds; round++) {
            Rate looking = checked.changes();
            Rate blind = unchecked.changes();
            if (round > 0) {
                with.add(looking);
                without.add(blind);
            }
            progress.printf(
                    "round %d of %d%s: with %,.0f/s, without %,.0f/s%n",
                    round, rounds, round == 0 ? " (warm-up)" : "", looking.perSecond(), blind.perSecond());
            progress.flush();
        }
        return new Comparison("changes with contracts looked at", with, without, WANTED);
    }
}

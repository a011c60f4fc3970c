package io.millrace.cli.bench;

import io.millrace.testkit.nats.Durability;
import io.nats.client.JetStreamApiException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The relay's ways of publishing, measured in turn: on a server that syncs now and then, and on one that always does. */
final class RelayModes {

    private static final String ROW = "%-14s %-8s %-8s %12s %8s";

    private final int events;
    private final int rounds;
    private final PrintWriter progress;
    private final Map<Variant, List<Rate>> rates = new LinkedHashMap<>();

    /**
     * One way.
     *
     * @param mode {@code linked} or {@code atomic}
     * @param kept whether what was sent goes into the archive
     */
    private record Variant(Durability durability, String mode, boolean kept) {

        Map<String, Object> properties() {
            return Map.of("millrace.relay.mode", mode, "millrace.outbox.keep", kept ? "3d" : "0s");
        }

        /** The one that all on the same server are compared with. */
        Variant plain() {
            return new Variant(durability, "linked", false);
        }

        @Override
        public String toString() {
            return "%s, %s, %s".formatted(survives(), mode, kept ? "kept" : "not kept");
        }

        private String survives() {
            return switch (durability) {
                case PROCESS -> "kill -9";
                case POWER_CUT -> "a power cut";
            };
        }
    }

    RelayModes(int events, int rounds, PrintWriter progress) {
        this.events = events;
        this.rounds = rounds;
        this.progress = progress;
    }

    RelayModes measure() throws IOException, InterruptedException, JetStreamApiException {
        for (Durability durability : Durability.values()) {
            try (BenchServers servers = new BenchServers(durability)) {
                for (int round = 0; round <= rounds; round++) {
                    round(servers, durability, round);
                }
            }
        }
        return this;
    }

    private void round(BenchServers servers, Durability durability, int round)
            throws IOException, InterruptedException, JetStreamApiException {
        for (boolean kept : List.of(false, true)) {
            for (String mode : List.of("linked", "atomic")) {
                Variant variant = new Variant(durability, mode, kept);
                try (Bench bench = new Bench(servers, events, variant.properties())) {
                    bench.prepare();
                    count(variant, bench.relay(), round);
                }
            }
        }
    }

    /** The first round warms up. */
    private void count(Variant variant, Rate rate, int round) {
        progress.printf("round %d of %d: %s %,.0f/s%n", round, rounds, variant, rate.perSecond());
        progress.flush();
        if (round > 0) {
            rates.computeIfAbsent(variant, _ -> new ArrayList<>()).add(rate);
        }
    }

    void print(PrintWriter out) {
        out.println(ROW.formatted("survives", "mode", "archive", "events/s", "ratio"));
        rates.forEach((variant, measured) -> out.println(ROW.formatted(
                variant.survives(),
                variant.mode(),
                variant.kept() ? "yes" : "no",
                String.format(Locale.ROOT, "%,.0f", Comparison.median(measured)),
                String.format(
                        Locale.ROOT, "%.2f", new Comparison("", measured, rates.get(variant.plain()), 0).ratio()))));
        out.flush();
    }
}

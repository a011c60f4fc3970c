package io.millrace.cli.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * One figure of the chassis beside that of the raw part, measured in turn.
 *
 * @param wanted the ratio that is wanted at least
 */
record Comparison(String what, List<Rate> chassis, List<Rate> raw, double wanted) {

    Comparison {
        chassis = List.copyOf(chassis);
        raw = List.copyOf(raw);
    }

    /** The median of the ratios round by round, so that a machine that changes its pace matters little. */
    double ratio() {
        return median(IntStream.range(0, raw.size())
                .mapToDouble(
                        round -> chassis.get(round).perSecond() / raw.get(round).perSecond())
                .toArray());
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "%-38s %,12.0f %,12.0f %8.2f %8.2f",
                what,
                median(rates(chassis)),
                median(rates(raw)),
                ratio(),
                wanted);
    }

    String json() {
        return String.format(
                Locale.ROOT,
                "{\"what\":\"%s\",\"chassis\":%.0f,\"raw\":%.0f,\"ratio\":%.3f,\"wanted\":%.2f}",
                what,
                median(rates(chassis)),
                median(rates(raw)),
                ratio(),
                wanted);
    }

    /** Of the rates, in events per second. */
    static double median(List<Rate> rates) {
        return median(rates(rates));
    }

    private static double[] rates(List<Rate> rates) {
        return rates.stream().mapToDouble(Rate::perSecond).toArray();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}

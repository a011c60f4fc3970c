package io.millrace.cli.importing;

import io.millrace.cli.importing.send.Counts;
import io.millrace.cli.rest.Figures;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;

/** The report of an import, for people. */
final class ReportText {

    private static final double MILLIS = 1000.0;
    private static final String ROW = "  %-10s %8s %10s %18s %11s";

    private final PrintWriter out;

    ReportText(PrintWriter out) {
        this.out = out;
    }

    void print(ImportResult result, Path refusedFile) {
        out.println();
        line(
                "%-11s %,d orders, %,d lines, %s, %,d customers with an order",
                "Accepted",
                result.file().orders(),
                result.file().lines(),
                result.file().revenueText(),
                result.file().customers());
        counts("Customers", result.customers());
        if (result.movedCustomers() > 0) {
            line(
                    "            %,d with more than one country: the first one in the file counts",
                    result.movedCustomers());
        }
        counts("Orders", result.orders());
        refused(result, refusedFile);
        speed(result);
        figures(result);
        out.flush();
    }

    private void counts(String what, Counts counts) {
        StringBuilder text = new StringBuilder(
                "%-11s %,d added, %,d already there".formatted(what, counts.created(), counts.alreadyThere()));
        if (counts.keptAsItIs() > 0) {
            text.append(", %,d already there with other content and kept".formatted(counts.keptAsItIs()));
        }
        if (counts.refused() > 0) {
            text.append(", %,d refused".formatted(counts.refused()));
        }
        out.println(text);
    }

    private void refused(ImportResult result, Path file) {
        line("%-11s %,d lines", "Refused", result.refused().total());
        result.refused().counts().forEach((reason, count) -> line("  %,9d %s", count, reason.text()));
        result.refused().examples().forEach(example -> line("            %s", example));
        if (result.refused().total() > 0) {
            line("            all of them: %s", file);
        }
    }

    private void speed(ImportResult result) {
        Duration all = result.sending().plus(result.settling());
        double seconds = Math.max(1, all.toMillis()) / MILLIS;
        line(
                "%-11s %,d new events in %.1f s%s",
                "Speed",
                result.events(),
                seconds,
                result.events() == 0 ? "" : ": %,.0f events/s".formatted(result.events() / seconds));
        if (result.settled().complete()) {
            line(
                    "            every projection was up to date %.2f s after the last answer",
                    result.settling().toMillis() / MILLIS);
        }
    }

    private void figures(ImportResult result) {
        out.println();
        line(ROW, "", "orders", "lines", "revenue", "customers");
        row("file", result.file());
        row("orders", result.settled().orders());
        row("delivery", result.settled().delivery());
        if (result.settled().complete()
                && !result.file().equals(result.settled().orders())) {
            line("  The shop has orders that are not of this file, so its figures are other ones.");
        }
    }

    private void row(String where, Figures figures) {
        line(
                ROW,
                where,
                "%,d".formatted(figures.orders()),
                "%,d".formatted(figures.lines()),
                figures.revenueText(),
                "%,d".formatted(figures.customers()));
    }

    private void line(String format, Object... values) {
        out.println(format.formatted(values));
    }
}

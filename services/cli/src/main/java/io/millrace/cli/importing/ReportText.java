package io.millrace.cli.importing;

import io.millrace.cli.importing.send.Counts;
import io.millrace.cli.importing.send.Stocked;
import io.millrace.cli.rest.Figures;
import io.millrace.cli.rest.PaymentFigures;
import io.millrace.cli.rest.ShipmentFigures;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The report of an import, for people. */
final class ReportText {

    private static final double MILLIS = 1000.0;
    private static final String NOT_KNOWN = "-";
    private static final String ROW = "  %-10s %8s %10s %18s %11s";

    private final PrintWriter out;

    ReportText(PrintWriter out) {
        this.out = out;
    }

    void print(ImportResult result, Path refusedFile) {
        out.println();
        out.println("%-11s %,d orders, %,d lines, %s, %,d customers with an order"
                .formatted(
                        "Accepted",
                        result.file().orders(),
                        result.file().lines(),
                        result.file().revenueText(),
                        result.file().customers()));
        counts("Customers", result.customers());
        if (result.movedCustomers() > 0) {
            out.println("            %,d with more than one country: the first one in the file counts"
                    .formatted(result.movedCustomers()));
        }
        counts("Products", result.stocked().products());
        stock(result.stocked());
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

    private void stock(Stocked stocked) {
        out.println(
                "%-11s %,d pieces of %,d products came in".formatted("Stock", stocked.pieces(), stocked.restocked()));
    }

    private void refused(ImportResult result, Path file) {
        out.println("%-11s %,d lines".formatted("Refused", result.refused().total()));
        result.refused().counts().forEach((reason, count) -> out.println("  %,9d %s".formatted(count, reason.text())));
        result.refused().examples().forEach(example -> out.println("            %s".formatted(example)));
        if (result.refused().total() > 0) {
            out.println("            all of them: %s".formatted(file));
        }
    }

    private void speed(ImportResult result) {
        Duration all = result.sending().plus(result.settling());
        double seconds = Math.max(1, all.toMillis()) / MILLIS;
        out.println("%-11s %,d new events in %.1f s%s"
                .formatted(
                        "Speed",
                        result.events(),
                        seconds,
                        result.events() == 0 ? "" : ": %,.0f events/s".formatted(result.events() / seconds)));
        if (result.settled().complete()) {
            out.println("            every projection was up to date %.2f s after the last answer"
                    .formatted(result.settling().toMillis() / MILLIS));
        }
    }

    private void figures(ImportResult result) {
        out.println();
        out.println(ROW.formatted("", "orders", "lines", "revenue", "customers"));
        row("this file", result.file());
        row("orders", result.settled().orders());
        ShipmentFigures delivery = result.settled().delivery();
        row("delivery", delivery.orders(), number(delivery.lines()), List.of(NOT_KNOWN), number(delivery.customers()));
        PaymentFigures billing = result.settled().billing();
        row("billing", billing.orders(), NOT_KNOWN, billing.revenueTexts(), NOT_KNOWN);
        if (result.settled().complete()) {
            comparison(result);
        }
    }

    /** What was accepted is in orders, and once all is settled, with delivery and billing as well. */
    private void comparison(ImportResult result) {
        long found = result.file().orders();
        out.println();
        out.println(
                "%,d of the file's %,d orders are in orders; what is not cancelled or rejected there is paid and in delivery."
                        .formatted(found, found + result.orders().refused()));
        if (!result.file().equals(result.settled().orders())) {
            out.println(
                    "The shop's own figures differ because it holds orders from elsewhere, or some were cancelled or rejected.");
            out.println("To see the same figures three times, empty the shop with ./millrace reset and import again.");
        }
    }

    private void row(String where, Figures figures) {
        row(where, figures.orders(), number(figures.lines()), figures.revenueTexts(), number(figures.customers()));
    }

    /** @param revenue goes on below where there is more than one currency */
    private void row(String where, long orders, String lines, List<String> revenue, String customers) {
        out.println(ROW.formatted(where, number(orders), lines, revenue.getFirst(), customers));
        revenue.stream()
                .skip(1)
                .forEach(more -> out.println(ROW.formatted("", "", "", more, "").stripTrailing()));
    }

    private static String number(long number) {
        return "%,d".formatted(number);
    }
}

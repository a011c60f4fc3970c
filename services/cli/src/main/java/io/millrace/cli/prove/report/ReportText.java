package io.millrace.cli.prove.report;

import io.millrace.cli.prove.ProofResult;
import io.millrace.cli.prove.fault.Struck;
import io.millrace.cli.prove.invariant.Verdict;
import java.io.PrintWriter;

/** What a run has shown, for people to read. */
public final class ReportText {

    private static final double MILLIS = 1000.0;

    private final PrintWriter out;

    public ReportText(PrintWriter out) {
        this.out = out;
    }

    public void print(ProofResult result) {
        out.println();
        out.println("%-46s %5s  %s".formatted("Fault", "times", "longest recovery"));
        result.faults().forEach(this::print);
        out.println();
        result.verdicts().forEach(this::print);
        out.println();
        out.println("%,d changes acknowledged, seed %d: %s"
                .formatted(result.acknowledged(), result.seed(), result.holds() ? "everything holds" : "VIOLATED"));
        out.flush();
    }

    private void print(Struck fault) {
        out.println("%-46s %5d  %.1f s  %s"
                .formatted(fault.fault(), fault.times(), fault.longest().toMillis() / MILLIS, fault.note()));
        fault.unrecovered().forEach(what -> out.println("    " + what));
    }

    private void print(Verdict verdict) {
        out.println("%s %-66s %s".formatted(verdict.holds() ? "✔" : "✘", verdict.invariant(), verdict.figures()));
        verdict.violations().forEach(violation -> out.println("    " + violation));
        if (verdict.violationCount() > verdict.violations().size()) {
            out.println("    … %,d in all".formatted(verdict.violationCount()));
        }
    }
}

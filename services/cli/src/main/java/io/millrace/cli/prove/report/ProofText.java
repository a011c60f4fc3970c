package io.millrace.cli.prove.report;

import io.millrace.cli.prove.ProofResult;
import io.millrace.cli.prove.fault.Struck;
import io.millrace.cli.prove.invariant.Verdict;
import java.io.PrintWriter;
import java.time.Duration;
import picocli.CommandLine.Help.Ansi;

/** What a run has shown, for people to read. */
public final class ProofText {

    private static final double MILLIS = 1000.0;

    private final PrintWriter out;
    private final Ansi ansi;

    public ProofText(PrintWriter out, Ansi ansi) {
        this.out = out;
        this.ansi = ansi;
    }

    public void print(ProofResult result) {
        out.println();
        out.println("  %-48s %5s %17s".formatted("FAULT", "TIMES", "LONGEST RECOVERY"));
        result.faults().forEach(this::print);
        out.println();
        out.println("  INVARIANT");
        result.verdicts().forEach(this::print);
        out.println();
        out.println(conclusion(result));
        out.flush();
    }

    private void print(Struck fault) {
        out.println("  %-48s %5d %15.1f s  %s"
                .formatted(fault.fault(), fault.times(), fault.longest().toMillis() / MILLIS, fault.note())
                .stripTrailing());
        fault.unrecovered().forEach(what -> out.println(ansi.string("      @|red " + what + "|@")));
    }

    private void print(Verdict verdict) {
        String mark = ansi.string(verdict.holds() ? "@|green ✔|@" : "@|red ✘|@");
        out.println("  %s %-66s %s".formatted(mark, verdict.invariant(), verdict.figures()));
        verdict.violations().forEach(violation -> out.println("      " + violation));
        if (verdict.violationCount() > verdict.violations().size()) {
            out.println("      … %,d in all".formatted(verdict.violationCount()));
        }
    }

    private String conclusion(ProofResult result) {
        Duration length = result.length();
        String figures = "%,d changes acknowledged in %d s, seed %d."
                .formatted(result.acknowledged(), length.toSeconds(), result.seed());
        return result.holds()
                ? ansi.string("@|green,bold Everything holds:|@ ") + figures
                : ansi.string("@|red,bold Violated:|@ ") + figures;
    }
}

package io.millrace.cli.contracts;

import io.millrace.contracts.compatibility.Incompatibility;
import io.millrace.contracts.registry.Contract;
import java.io.PrintWriter;
import picocli.CommandLine.Help.Ansi;

/** The answer of a check for people. */
record CheckText(PrintWriter out, Ansi ansi) {

    private static final String ROW = "  %-12s %-24s %-28s %s";

    void print(Proposal proposal, Consequences consequences) {
        proposal.before()
                .ifPresentOrElse(
                        before -> change(proposal, before),
                        () -> out.println(proposal.contract().type() + " is a new type: it starts at 1.0."));
        if (!consequences.broken().isEmpty()) {
            out.println();
            out.println(ansi.string("@|bold,red It breaks|@"));
            out.println(ROW.formatted("SERVICE", "CONSUMER", "FIELD", "BECAUSE IT"));
            consequences
                    .broken()
                    .forEach(broken -> out.println(
                            ROW.formatted(broken.service(), broken.consumer(), field(broken.field()), broken.why())));
        } else if (!proposal.incompatible().isEmpty()) {
            out.println("It breaks nobody who is known here.");
        }
        if (!consequences.unharmed().isEmpty()) {
            out.println("Unharmed: " + String.join(", ", consequences.unharmed()) + ".");
        }
        if (proposal.isMisnamed()) {
            out.println("Its $id names %s; as a file it must be %s.".formatted(proposal.stated(), proposal.due()));
        }
        if (!proposal.incompatible().isEmpty()) {
            out.println("Every consumer refuses " + proposal.due() + " until it is built with it: readers come first.");
        }
    }

    private void change(Proposal proposal, Contract before) {
        if (proposal.changesNothing()) {
            out.println("It is %s as it is: nothing changes.".formatted(before.label()));
            return;
        }
        if (proposal.incompatible().isEmpty()) {
            out.println("Compatible with %s: it can be %s.".formatted(before.label(), proposal.due()));
            return;
        }
        out.println("Not compatible with %s: it must be %s, with an upcaster from %d."
                .formatted(before.label(), proposal.due(), proposal.due().major() - 1));
        for (Incompatibility change : proposal.incompatible()) {
            out.println("  " + field(change.field()) + " " + change.change());
        }
    }

    private static String field(String field) {
        return field.isEmpty() ? "the body" : field;
    }
}

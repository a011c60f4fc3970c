package io.millrace.cli.contracts;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code millrace contracts check}. */
@Command(
        name = "check",
        header = "See which version a change of an event must be, and whom it breaks.",
        description = {
            "",
            "Give the whole schema as it would be. Exit codes: 0 it breaks nobody, 1 it breaks somebody, 2 it cannot be"
                    + " checked.",
            "",
            "That a service reads a field says its code; what it does with an event as a whole, such as logging it, is"
                    + " not seen.",
            ""
        })
final class CheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Sources sources;

    @Option(names = "--schema", paramLabel = "FILE", required = true, description = "The proposed schema.")
    private Path schema;

    @Option(names = "--json", description = "For programs: one object.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        return BadInput.orExitCode(spec, this::check);
    }

    private int check() {
        Proposal proposal = Proposal.of(schema, sources.registry());
        Consequences consequences = Consequences.of(proposal, sources.reads());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(CheckJson.of(proposal, consequences));
        } else {
            new CheckText(out, spec.commandLine().getColorScheme().ansi()).print(proposal, consequences);
        }
        out.flush();
        return consequences.broken().isEmpty() ? 0 : 1;
    }
}

package io.millrace.cli.outbox;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code millrace outbox}. */
@Command(
        name = "outbox",
        header = "When a broker has lost events, or a database has.",
        description = {
            "",
            "A service's outbox holds what is committed and not in the stream yet. What it has sent is kept for some"
                    + " days (millrace.outbox.keep), for the day a broker is restored from a backup.",
            ""
        },
        commandListHeading = "%nCommands:%n",
        subcommands = {RepublishCommand.class, AdoptCommand.class},
        footer = {"", "Example:", "  ./millrace outbox republish orders --dry-run"})
public final class OutboxCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command? There are: republish and adopt.");
    }
}

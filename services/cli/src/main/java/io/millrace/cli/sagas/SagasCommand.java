package io.millrace.cli.sagas;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code millrace sagas}. */
@Command(
        name = "sagas",
        header = "Look at sagas: where each stands, what it asked for, and what was answered.",
        description = {
            "",
            "A saga carries a business transaction over several services, step by step, and undoes what was done when a"
                    + " step fails. That of an order has the order's id.",
            ""
        },
        subcommands = {ListCommand.class, ShowCommand.class},
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Examples:",
            "  ./millrace sagas list --phase running",
            "  ./millrace sagas list --stuck",
            "  ./millrace sagas show 536365"
        })
public final class SagasCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }
}

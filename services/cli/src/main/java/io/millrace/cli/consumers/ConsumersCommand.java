package io.millrace.cli.consumers;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code millrace consumers}. */
@Command(
        name = "consumers",
        header = "Look after consumers: pause them, rebuild their tables, have them go on elsewhere.",
        description = {
            "",
            "A consumer is what a service reads another service's stream with. Its position, the last sequence it has"
                    + " handled, stands in the service's own database.",
            ""
        },
        subcommands = {
            ListCommand.class,
            ShowCommand.class,
            PauseCommand.class,
            ResumeCommand.class,
            RebuildCommand.class,
            ResetCommand.class
        },
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Examples:",
            "  ./millrace consumers list",
            "  ./millrace consumers pause delivery-orders",
            "  ./millrace consumers rebuild orders-customers",
            "  ./millrace consumers reset delivery-orders --to end --confirm delivery-orders"
        })
public final class ConsumersCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }
}

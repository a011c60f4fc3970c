package io.millrace.cli.streams;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code millrace streams}. */
@Command(
        name = "streams",
        header = "Compare a server's streams with their declarations, and make them alike.",
        description = {
            "",
            "Declarations are the files of nats-config. Services make their streams from the same files when they start,"
                    + " and leave what exists as it is: what has changed since is for this command.",
            ""
        },
        commandListHeading = "%nCommands:%n",
        subcommands = {PlanCommand.class, ApplyCommand.class, DriftCommand.class, LintCommand.class},
        footer = {
            "",
            "Examples:",
            "  ./millrace streams plan                            what differs in the running shop",
            "  ./millrace streams apply --allow-loss ORDERS.max_age",
            "                                                     change what differs, even where ORDERS loses by its max_age",
            "  ./millrace streams drift --server nats://nats:4222 --user ci --password ...",
            "  ./millrace streams lint --also my-config           mistakes that would only show at run time"
        })
public final class StreamsCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Do what with streams: plan, apply, drift or lint?");
    }
}

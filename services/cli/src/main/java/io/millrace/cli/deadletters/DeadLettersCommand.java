package io.millrace.cli.deadletters;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code millrace dead-letters}. */
@Command(
        name = "dead-letters",
        header = "List, show, redrive and discard events that a handler could not handle.",
        description = {
            "",
            "A dead letter is an event that failed for the last time. It stops its own aggregate and no other: later"
                    + " events of the aggregate wait behind it until it is redriven or discarded.",
            ""
        },
        commandListHeading = "%nCommands:%n",
        subcommands = {
            ListCommand.class,
            ShowCommand.class,
            RedriveCommand.class,
            DiscardCommand.class,
            ActionsCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  ./millrace dead-letters list",
            "  ./millrace dead-letters show delivery-orders 17",
            "  ./millrace dead-letters redrive --consumer delivery-orders --since 2h --dry-run",
            "  ./millrace dead-letters redrive --error 'no room' --rate 50",
            "  ./millrace dead-letters discard --aggregate order.536365 --reason 'a test order'",
            "  ./millrace dead-letters actions"
        })
public final class DeadLettersCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Do what with dead letters: list, show, redrive, discard or actions?");
    }
}

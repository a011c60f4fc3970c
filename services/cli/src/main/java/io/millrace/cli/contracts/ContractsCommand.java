package io.millrace.cli.contracts;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code millrace contracts}. */
@Command(
        name = "contracts",
        header = "List the events, see whom a change of one breaks, lock new versions.",
        description = {
            "",
            "A contract is the JSON Schema of an event in one version. Who reads which field of it was found in the"
                    + " services' code when they were built.",
            ""
        },
        commandListHeading = "%nCommands:%n",
        subcommands = {ListCommand.class, CheckCommand.class, LockCommand.class, PageCommand.class},
        footer = {
            "",
            "Examples:",
            "  ./millrace contracts list",
            "  ./millrace contracts check --schema proposed.schema.json",
            "  ./millrace contracts lock",
            "  ./millrace contracts page --out events.html"
        })
public final class ContractsCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Do what with contracts: list, check, lock or page?");
    }
}

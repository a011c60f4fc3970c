package io.millrace.cli.reset;

import io.millrace.cli.CommandFailure;
import io.millrace.cli.Terminal;
import io.millrace.cli.shop.Shop;
import io.millrace.cli.shop.StateFolder;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code millrace reset}. */
@Command(
        name = "reset",
        header = "Throw away all the shop has stored: databases, streams and logs.",
        description = {"", "Asks first when at a terminal. Refuses while a shop runs from the folder.", ""},
        footer = {"", "Example:", "  ./millrace reset --yes"})
public final class ResetCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private StateFolder.Choice state;

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    @Override
    public Integer call() {
        StateFolder folder = state.folder();
        if (!folder.isShops()) {
            throw new CommandFailure(folder.path() + " is not the state folder of a shop: nothing was deleted.");
        }
        Shop.empty(folder, this::confirm);
        PrintWriter out = spec.commandLine().getOut();
        out.println("Emptied " + folder.path() + ".");
        out.flush();
        return 0;
    }

    private void confirm() {
        if (!yes) {
            ask(Terminal.find()
                    .orElseThrow(() -> new CommandFailure("Nothing was deleted: say --yes to delete all of it.")));
        }
    }

    private void ask(Console console) {
        String answer = console.readLine(
                "Delete all databases, streams and logs in %s? [y/N] ",
                state.folder().path());
        if (answer == null || !answer.strip().toLowerCase(Locale.ROOT).startsWith("y")) {
            throw new CommandFailure("Nothing was deleted.");
        }
    }
}

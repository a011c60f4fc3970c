package io.millrace.cli.contracts;

import io.millrace.cli.shop.Home;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code millrace contracts lock}. */
@Command(
        name = "lock",
        header = "Publish new versions: from then on they stay as they are.",
        description = {
            "",
            "Compile first: ./mvnw -q -pl contracts process-classes. Where a rule is broken, it says which, and"
                    + " nothing is locked. Exit codes: 0 locked, 1 refused, 2 wrong usage.",
            ""
        })
final class LockCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--contracts",
            paramLabel = "DIR",
            description =
                    "The folder of contracts, together with --classes. By default contracts/src/main/resources/contracts.")
    private Path folder;

    @Option(
            names = "--classes",
            paramLabel = "DIR",
            description =
                    "The compiled records and upcasters, together with --contracts. By default contracts/target/classes.")
    private Path classes;

    @Override
    public Integer call() throws Exception {
        return BadInput.orExitCode(spec, this::lock);
    }

    private int lock() {
        if ((folder == null) != (classes == null)) {
            throw new BadInput(
                    "Give both --contracts and --classes, or neither: the records and upcasters of other contracts"
                            + " are other ones.");
        }
        Path contracts = existing(folder == null ? module().resolve("src/main/resources/contracts") : folder);
        Path compiled = existing(classes == null ? module().resolve("target/classes") : classes);
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        int exitCode = LockEngine.lock(contracts, compiled, out, err);
        out.flush();
        err.flush();
        return exitCode;
    }

    private static Path module() {
        return Home.find().folder().resolve("contracts");
    }

    private static Path existing(Path path) {
        if (!Files.isDirectory(path)) {
            throw new BadInput("There is no folder " + path + ".");
        }
        return path;
    }
}

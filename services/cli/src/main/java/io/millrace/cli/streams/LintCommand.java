package io.millrace.cli.streams;

import io.millrace.cli.streams.lint.Finding;
import io.millrace.cli.streams.lint.Lint;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code millrace streams lint}. */
@Command(
        name = "lint",
        header = "Find mistakes in declarations that would only show at run time.",
        description = {
            "",
            "Needs no server. Exit codes: 0 nothing found, 1 something found, 2 there is nothing to look at.",
            ""
        })
final class LintCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            description =
                    "A folder with streams/*.json and consumers/STREAM/*.json; by default the declarations that this"
                            + " command brings along.")
    private Path folder;

    @Option(
            names = "--also",
            paramLabel = "DIR",
            description = "A folder with more of them, which are to fit to the others; a file that is there too goes"
                    + " before.")
    private Path more;

    @Override
    public Integer call() throws Exception {
        return CannotSay.orExitCode(spec, this::lint);
    }

    private int lint() {
        Declarations declarations = Declarations.of(folder, more);
        List<Finding> findings = Lint.of(declarations.files());
        PrintWriter out = spec.commandLine().getOut();
        findings.forEach(finding -> out.println(finding.file() + ": " + finding.sentence()));
        out.println(
                findings.isEmpty()
                        ? "%d files, nothing found."
                                .formatted(declarations.files().size())
                        : "%d found.".formatted(findings.size()));
        out.flush();
        return findings.isEmpty() ? 0 : 1;
    }
}

package io.millrace.cli.contracts;

import io.millrace.cli.CommandFailure;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * What was given cannot be used. It is told as wrong usage is, for the exit code 1 says something else here; and so is
 * every failure that nobody thought of.
 */
final class BadInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadInput(String sentence) {
        super(sentence);
    }

    BadInput(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    static int orExitCode(CommandSpec spec, Callable<Integer> command) throws Exception {
        try {
            return command.call();
        } catch (BadInput | IllegalArgumentException | UncheckedIOException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        } catch (CommandFailure | ParameterException e) {
            throw e;
        } catch (RuntimeException e) {
            spec.commandLine()
                    .getErr()
                    .println(spec.commandLine().getColorScheme().stackTraceText(e));
            spec.commandLine().getErr().flush();
            return ExitCode.USAGE;
        }
    }
}

package io.millrace.cli.streams;

import java.util.concurrent.Callable;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;

/** Whether anything differs cannot be said. The message is the one sentence that says why; the exit code is 2. */
final class CannotSay extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotSay(String sentence) {
        super(sentence);
    }

    CannotSay(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** For commands whose exit code 1 says something else. */
    static int orExitCode(CommandSpec spec, Callable<Integer> command) throws Exception {
        try {
            return command.call();
        } catch (CannotSay e) {
            spec.commandLine()
                    .getErr()
                    .println(spec.commandLine().getColorScheme().errorText(e.getMessage()));
            spec.commandLine().getErr().flush();
            return ExitCode.USAGE;
        }
    }
}

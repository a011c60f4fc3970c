package io.millrace.cli;

import java.io.PrintWriter;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line and where to read on. Who gave no command gets the whole help. */
final class WrongUsage implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(command.getColorScheme().errorText(sentence(failure)));
        UnmatchedArgumentException.printSuggestions(failure, err);
        if (arguments.length == 0) {
            command.usage(err, command.getColorScheme());
        } else {
            err.println(
                    "%s --help tells more.".formatted(command.getCommandSpec().qualifiedName()));
        }
        err.flush();
        return CommandLine.ExitCode.USAGE;
    }

    private static String sentence(ParameterException failure) {
        boolean chooses = !failure.getCommandLine().getSubcommands().isEmpty();
        if (chooses
                && failure instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().getFirst().startsWith("-")) {
            return "There is no command '%s', but these: %s."
                    .formatted(
                            unmatched.getUnmatched().getFirst(),
                            failure.getCommandLine().getSubcommands().keySet().stream()
                                    .collect(Collectors.joining(", ")));
        }
        return failure.getMessage();
    }
}

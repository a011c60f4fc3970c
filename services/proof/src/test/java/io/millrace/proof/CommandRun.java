package io.millrace.proof;

import io.millrace.cli.Millrace;
import java.io.PrintWriter;
import java.io.StringWriter;

/** The command line as a user runs it, with what it printed. */
public record CommandRun(int exitCode, String text) {

    public static CommandRun of(String... arguments) {
        StringWriter text = new StringWriter();
        int exitCode = Millrace.commandLine()
                .setOut(new PrintWriter(text, true))
                .setErr(new PrintWriter(text, true))
                .execute(arguments);
        return new CommandRun(exitCode, text.toString());
    }
}

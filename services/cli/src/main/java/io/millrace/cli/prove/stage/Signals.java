package io.millrace.cli.prove.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** SIGSTOP and SIGCONT: a process stands still without knowing, and goes on as if nothing had been. */
public final class Signals {

    private Signals() {}

    public static void pause(long... pids) {
        send("-STOP", pids);
    }

    public static void resume(long... pids) {
        send("-CONT", pids);
    }

    /** The process whose number stands in the first line of a file, and all that it started. */
    static long[] family(Path pidFile) {
        try {
            List<String> lines = Files.readAllLines(pidFile);
            return ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).stream()
                    .flatMap(head -> Stream.concat(Stream.of(head), head.descendants()))
                    .mapToLong(ProcessHandle::pid)
                    .toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(String signal, long... pids) {
        for (long pid : pids) {
            try {
                Shell.run("kill", signal, Long.toString(pid));
            } catch (IOException e) {
                if (ProcessHandle.of(pid).isPresent()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}

package io.millrace.testkit.nats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A server that runs as a process of this machine. */
final class ServerProcess implements NatsServer {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /**
     * The terminal sends Ctrl-C to all processes at once, and the server would be gone before those that use it. It cannot
     * be told to ignore the signal. Where there is no setsid, it is gone first after all.
     */
    private static final List<String> IN_A_SESSION_OF_ITS_OWN =
            List.of("sh", "-c", "command -v setsid >/dev/null && exec setsid \"$0\" \"$@\"; exec \"$0\" \"$@\"");

    private final Path program;
    private final Workspace workspace;
    private Process process;

    ServerProcess(Path program, Workspace workspace) {
        this.program = program;
        this.workspace = workspace;
    }

    @Override
    public String url() {
        return "nats://127.0.0.1:" + workspace.port();
    }

    @Override
    public synchronized void start() {
        if (process != null) {
            return;
        }
        Process started = launch();
        process = started;
        Greeting.await(
                workspace.port(), () -> !started.isAlive(), workspace.log().toString());
    }

    private Process launch() {
        List<String> command = new ArrayList<>(IN_A_SESSION_OF_ITS_OWN);
        command.addAll(List.of(
                program.toString(),
                "-c",
                workspace.settingsFile().toString(),
                "-a",
                "127.0.0.1",
                "-p",
                Integer.toString(workspace.port()),
                "-sd",
                workspace.store().toString(),
                "-P",
                workspace.pidFile().toString()));
        Redirect log = Redirect.appendTo(workspace.log().toFile());
        try {
            return new ProcessBuilder(command)
                    .redirectOutput(log)
                    .redirectError(log)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be run: %s".formatted(program, e.getMessage()), e);
        }
    }

    @Override
    public synchronized void stop() {
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE)) {
                kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kill();
        }
        process = null;
    }

    @Override
    public synchronized void kill() {
        if (process != null) {
            awaitEnd(process.destroyForcibly());
            process = null;
        }
    }

    /** Waits on this thread: onExit() needs the common pool, which the callers of a test may have filled. */
    private static void awaitEnd(Process killed) {
        try {
            killed.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
        workspace.release();
    }
}

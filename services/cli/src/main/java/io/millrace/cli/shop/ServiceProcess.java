package io.millrace.cli.shop;

import io.millrace.cli.CommandFailure;
import io.millrace.cli.rest.RestClient;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A service as a process of its own, which can be started again after it ended. */
public final class ServiceProcess {

    private static final Duration READY = Duration.ofMinutes(3);
    private static final Duration PROBE = Duration.ofSeconds(5);
    private static final long STOP_SECONDS = 20;
    private static final long PAUSE_MILLIS = 50;

    /** The terminal sends Ctrl-C to all processes at once; a signal ignored at the start stays ignored. */
    private static final List<String> WITHOUT_INTERRUPTS = List.of("sh", "-c", "trap '' INT HUP; exec \"$0\" \"$@\"");

    private final ServiceSpec spec;
    private final URI url;
    private final Path log;
    private final ProcessBuilder builder;
    private volatile Process process;
    private volatile boolean wanted;

    /**
     * A process that has not been started yet.
     *
     * @param url where it answers
     * @param log what it says is appended here
     */
    public ServiceProcess(ServiceSpec spec, URI url, Path log, Jvm jvm, Map<String, String> environment) {
        this(spec, url, log, jvm, environment, List.of());
    }

    /** The same with arguments of its own. */
    public ServiceProcess(
            ServiceSpec spec, URI url, Path log, Jvm jvm, Map<String, String> environment, List<String> arguments) {
        this.spec = spec;
        this.url = url;
        this.log = log;
        List<String> command = new ArrayList<>(WITHOUT_INTERRUPTS);
        command.addAll(jvm.command());
        command.add(spec.mainClass());
        command.addAll(arguments);
        this.builder = new ProcessBuilder(command)
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
    }

    public String name() {
        return spec.name();
    }

    public URI url() {
        return url;
    }

    public Path log() {
        return log;
    }

    ProcessId id() {
        return ProcessId.of(process.toHandle());
    }

    public boolean isAlive() {
        Process current = process;
        return current != null && current.isAlive();
    }

    /** The operating system's number of the process that was started last. */
    public long pid() {
        return process.pid();
    }

    /** Whether it should be running: it was started, and neither stopped nor killed by us since. */
    public boolean isWanted() {
        return wanted;
    }

    /** Waits until the process that runs now has ended, and returns its exit code. */
    public int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    /** Waits for that. Returns false if it still runs after this time. */
    public boolean awaitEnd(Duration patience) throws InterruptedException {
        return process.waitFor(patience);
    }

    /**
     * Starts it with its settings changed for this one life. Nothing happens if it runs.
     *
     * @param changes variables of its environment, over those that it always has
     */
    public synchronized void start(Map<String, String> changes) {
        if (isAlive()) {
            return;
        }
        Map<String, String> always = Map.copyOf(builder.environment());
        builder.environment().putAll(changes);
        try {
            start();
        } finally {
            builder.environment().clear();
            builder.environment().putAll(always);
        }
    }

    /**
     * Starts it, without waiting for it. Nothing happens if it runs.
     *
     * @throws CommandFailure the operating system does not let it
     */
    public synchronized void start() {
        if (isAlive()) {
            return;
        }
        try {
            Files.createDirectories(log.getParent());
            wanted = true;
            process = builder.start();
        } catch (IOException failure) {
            throw new CommandFailure(name() + " cannot be started: " + failure.getMessage() + ".", failure);
        }
    }

    /**
     * Waits until it serves REST.
     *
     * @throws CommandFailure it ended, or was not ready in time
     */
    public void awaitReady() throws InterruptedException {
        long end = System.nanoTime() + READY.toNanos();
        try (RestClient probe = new RestClient(PROBE)) {
            while (!isReady(probe)) {
                if (!isAlive()) {
                    throw new CommandFailure("%s ended with %d while it started: %s says why; its last line is: %s"
                            .formatted(name(), process.exitValue(), log, LogTail.lastLine(log)));
                }
                if (System.nanoTime() > end) {
                    throw new CommandFailure(
                            "%s was not ready after %d s: %s says why.".formatted(name(), READY.toSeconds(), log));
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    public boolean isReady(RestClient probe) {
        try {
            return probe.get(url.resolve("/health/readiness")).succeeded();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Asks it to stop in order, and does not wait for the end. */
    public void askToStop() {
        wanted = false;
        process.destroy();
    }

    /** Stops in order, or by force if that takes too long. */
    public synchronized void stop() {
        wanted = false;
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        kill();
    }

    /** SIGKILL, as a crash would end it. Returns when it has ended. */
    public synchronized void kill() {
        wanted = false;
        if (process == null) {
            return;
        }
        process.destroyForcibly();
        boolean interrupted = Thread.interrupted();
        while (process.isAlive()) {
            try {
                process.waitFor();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

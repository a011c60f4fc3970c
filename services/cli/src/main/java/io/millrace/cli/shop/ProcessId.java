package io.millrace.cli.shop;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process that can be recognised later. The operating system gives a number to another process in time, so the start
 * time belongs to it.
 */
public record ProcessId(long pid, Instant started) {

    /** A correction of the machine's clock moves the start times that the operating system tells. */
    private static final Duration CLOCK_CORRECTION = Duration.ofSeconds(2);

    static ProcessId of(ProcessHandle process) {
        return new ProcessId(process.pid(), startOf(process));
    }

    /** The process, if it still lives. */
    Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process ->
                        Duration.between(started, startOf(process)).abs().compareTo(CLOCK_CORRECTION) <= 0);
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}

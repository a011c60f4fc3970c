package io.millrace.testkit.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server that outlived the process which started it, for example after {@code kill -9}. It still holds its port and
 * its data, so it is stopped before a new one starts there.
 */
public final class LeftOver {

    private static final Logger LOG = LoggerFactory.getLogger(LeftOver.class);
    private static final long PATIENCE_SECONDS = 10;

    private LeftOver() {}

    /**
     * Stops the process named in a PID file, if it lives and is what it should be. An old number that meanwhile belongs
     * to another program is left alone.
     *
     * @param pidFile has the process's number in its first line; may be missing
     * @param executable the name of the program's file
     */
    public static void stop(Path pidFile, String executable) {
        pid(pidFile)
                .flatMap(ProcessHandle::of)
                .filter(process -> runs(process, executable))
                .ifPresent(process -> {
                    LOG.info("Stopping {} (process {}) which an earlier run left over", executable, process.pid());
                    stop(process);
                });
    }

    private static void stop(ProcessHandle process) {
        interrupt(process);
        process.onExit()
                .completeOnTimeout(process, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Both PostgreSQL and NATS take an interrupt as: stop now, in order. A termination would wait for clients. */
    private static void interrupt(ProcessHandle process) {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            LOG.debug("No kill command here: the process is ended by force", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean runs(ProcessHandle process, String executable) {
        return process.info()
                .command()
                .map(Path::of)
                .map(Path::getFileName)
                .filter(file -> file.toString().startsWith(executable))
                .isPresent();
    }

    private static Optional<Long> pid(Path pidFile) {
        if (!Files.isRegularFile(pidFile)) {
            return Optional.empty();
        }
        try {
            return Files.readAllLines(pidFile).stream()
                    .findFirst()
                    .map(String::strip)
                    .map(Long::valueOf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}

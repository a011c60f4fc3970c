package io.millrace.cli.up;

import io.millrace.cli.CommandFailure;
import io.millrace.cli.shop.LogTail;
import io.millrace.cli.shop.ServiceProcess;
import io.millrace.cli.shop.Shop;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Starts a service again when it has died, more and more slowly while it keeps dying. */
final class Supervisor implements AutoCloseable {

    private static final int LOG_LINES = 5;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration HEALTHY = Duration.ofMinutes(1);

    private final Shop shop;
    private final PrintWriter out;
    private final List<Thread> threads;

    Supervisor(Shop shop, PrintWriter out) {
        this.shop = shop;
        this.out = out;
        this.threads = shop.services().stream()
                .map(service -> Thread.ofVirtual()
                        .name("supervisor of " + service.name())
                        .unstarted(() -> watch(service)))
                .toList();
    }

    Supervisor start() {
        threads.forEach(Thread::start);
        return this;
    }

    private void watch(ServiceProcess service) {
        Duration pause = FIRST_PAUSE;
        try {
            while (true) {
                Instant began = Instant.now();
                int exit = service.awaitEnd();
                if (!service.isWanted()) {
                    return;
                }
                if (Duration.between(began, Instant.now()).compareTo(HEALTHY) > 0) {
                    pause = FIRST_PAUSE;
                }
                tell(service, exit, pause);
                Thread.sleep(pause);
                pause = longer(pause);
                restart(service);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(ServiceProcess service, int exit, Duration pause) {
        out.println("%s died (exit code %d) and starts again in %d s. The end of its log (%s):"
                .formatted(service.name(), exit, pause.toSeconds(), service.log()));
        LogTail.lines(service.log(), LOG_LINES).forEach(line -> out.println("    " + line));
        out.flush();
    }

    private void restart(ServiceProcess service) throws InterruptedException {
        try {
            shop.start(service.name());
            out.println(service.name() + " is up again.");
        } catch (CommandFailure failure) {
            out.println(failure.getMessage());
        }
        out.flush();
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        threads.forEach(Supervisor::awaitEnd);
    }

    /** Afterwards nothing is started any more. */
    private static void awaitEnd(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

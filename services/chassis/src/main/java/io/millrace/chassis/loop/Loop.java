package io.millrace.chassis.loop;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Runs a step again and again on a thread of its own. A step that throws is reported and tried again with backoff: a loop
 * ends only when it is stopped. Start and stop are idempotent.
 */
public final class Loop {

    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String name;
    private final Step step;
    private final Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(10));
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition signalled = lock.newCondition();
    private boolean signal;
    private volatile boolean running;
    private long finishing;
    private Thread thread;
    private String reported = "";

    public Loop(String name, Step step) {
        this.name = name;
        this.step = step;
    }

    public synchronized void start() {
        if (thread != null) {
            return;
        }
        running = true;
        thread = Thread.ofPlatform().name("millrace-" + name).daemon().start(this::run);
    }

    /** Ends the rest of the current round, or has the next round follow at once. */
    public void wake() {
        lock.lock();
        try {
            signal = true;
            signalled.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Has the current round be the last one. {@link #stop} waits for its end; until then others can be told the same. */
    public synchronized void finish() {
        if (running) {
            running = false;
            finishing = System.nanoTime();
            wake();
        }
    }

    /** Lets the current round finish, for ten seconds at most from when it heard of the stop, and ends. */
    public synchronized void stop() {
        if (thread == null) {
            return;
        }
        finish();
        try {
            if (!thread.join(PATIENCE.minusNanos(System.nanoTime() - finishing))) {
                LOG.warn("{} did not finish its round within {} s and is interrupted", name, PATIENCE.toSeconds());
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    private void run() {
        MDC.put("loop", name);
        while (running) {
            try {
                rest(step.runOnce());
                backoff.reset();
                reported = "";
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (Throwable e) {
                // Checked exceptions come here too: the transaction manager throws SQLException without declaring it.
                reportAndRest(e);
            }
        }
    }

    private void reportAndRest(Throwable failure) {
        Duration delay = backoff.next();
        if (failure.toString().equals(reported)) {
            LOG.warn("{} still fails and goes on in {} ms: {}", name, delay.toMillis(), reported);
        } else {
            reported = failure.toString();
            LOG.warn("{} failed and goes on in {} ms", name, delay.toMillis(), failure);
        }
        try {
            rest(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    private void rest(Duration duration) throws InterruptedException {
        lock.lock();
        try {
            long nanos = duration.toNanos();
            while (running && !signal && nanos > 0) {
                nanos = signalled.awaitNanos(nanos);
            }
            signal = false;
        } finally {
            lock.unlock();
        }
    }
}

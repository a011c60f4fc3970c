package io.millrace.cli.up;

import java.util.concurrent.CountDownLatch;

/**
 * Turns Ctrl-C and SIGTERM into a wish to stop, so that the command itself stops its parts in their order. The JVM ends
 * when that is done, with the exit code of the signal.
 */
public final class StopSignal implements AutoCloseable {

    private final CountDownLatch wanted = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread main = Thread.currentThread();
    private final Thread hook = new Thread(this::want, "stop in order");

    private StopSignal() {}

    /** Until it is closed, a signal interrupts the calling thread and waits until it is closed. */
    public static StopSignal install() {
        StopSignal stop = new StopSignal();
        Runtime.getRuntime().addShutdownHook(stop.hook);
        return stop;
    }

    private void want() {
        wanted.countDown();
        main.interrupt();
        try {
            stopped.await();
        } catch (InterruptedException nobodyWaits) {
            Thread.currentThread().interrupt();
        }
    }

    public boolean isWanted() {
        return wanted.getCount() == 0;
    }

    /** Waits until somebody wants it to stop. */
    public void await() {
        try {
            wanted.await();
        } catch (InterruptedException signal) {
            wanted.countDown();
        }
    }

    /** Everything is stopped, so the JVM may end. */
    @Override
    public void close() {
        stopped.countDown();
        if (!isWanted()) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}

package io.millrace.cli.up;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import sun.misc.Signal;

/**
 * Turns Ctrl-C and SIGTERM into a wish to stop, so that the command can stop its parts in their order. A shutdown hook
 * could not: all hooks run at the same time.
 */
public final class StopSignal {

    private final CountDownLatch wanted = new CountDownLatch(1);
    private final Thread main = Thread.currentThread();

    private StopSignal() {}

    /** From now on the signals interrupt the calling thread, once. */
    public static StopSignal install() {
        StopSignal stop = new StopSignal();
        for (String name : List.of("INT", "TERM", "HUP")) {
            Signal.handle(new Signal(name), _ -> stop.want());
        }
        return stop;
    }

    private void want() {
        if (!isWanted()) {
            wanted.countDown();
            main.interrupt();
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
            want();
        }
    }
}

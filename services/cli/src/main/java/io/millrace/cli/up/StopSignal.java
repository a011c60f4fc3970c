package io.millrace.cli.up;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Turns Ctrl-C and SIGTERM into a wish to stop, so that the command can stop its parts in their order. A shutdown hook
 * could not: all hooks run at the same time.
 */
public final class StopSignal implements AutoCloseable {

    private final CountDownLatch wanted = new CountDownLatch(1);
    private final Thread main = Thread.currentThread();
    private final Map<Signal, SignalHandler> before = new HashMap<>();

    private StopSignal() {}

    /** Until it is closed the signals interrupt the calling thread, once. */
    public static StopSignal install() {
        StopSignal stop = new StopSignal();
        for (String name : List.of("INT", "TERM", "HUP")) {
            Signal signal = new Signal(name);
            stop.before.put(signal, Signal.handle(signal, _ -> stop.want()));
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

    /** The signals mean again what they meant before. */
    @Override
    public void close() {
        before.forEach(Signal::handle);
        before.clear();
    }
}

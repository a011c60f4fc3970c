package io.millrace.testkit.provider;

import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/** Whether the provider serves, and how it fails if not. */
final class Switch {

    /** The ways to be down. */
    enum Mode {
        UP,
        /** Answers 503. */
        UNAVAILABLE,
        /** Takes requests and does not answer. Those that wait when it is up again are dropped. */
        HANG,
        /** Closes the connection without a word. */
        REFUSE;

        static Mode of(String how) {
            return switch (how.toLowerCase(Locale.ROOT)) {
                case "", "503" -> UNAVAILABLE;
                case "hang" -> HANG;
                case "refuse" -> REFUSE;
                default -> throw new IllegalArgumentException("how is 503, hang or refuse, but not " + how);
            };
        }
    }

    private Mode mode = Mode.UP;
    private CountDownLatch next = new CountDownLatch(1);

    synchronized Mode mode() {
        return mode;
    }

    synchronized void turn(Mode to) {
        mode = to;
        next.countDown();
        next = new CountDownLatch(1);
    }

    /** Waits until somebody turns the switch. */
    void awaitTurn() throws InterruptedException {
        CountDownLatch turned;
        synchronized (this) {
            turned = next;
        }
        turned.await();
    }
}

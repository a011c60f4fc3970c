package io.millrace.chassis.consumer;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Reads and decodes the next batch while the database handles the current one. Without that, one of the two would always
 * wait for the other while a consumer catches up.
 *
 * <p>INVARIANT: at most one read at a time, and none after {@link #abandon()} returned.
 */
final class Lookahead {

    private final Supplier<Batch> read;
    private FutureTask<Batch> ahead;

    Lookahead(Supplier<Batch> read) {
        this.read = read;
    }

    /** Begins to read the next batch. */
    void start() {
        ahead = new FutureTask<>(read::get);
        Thread.ofVirtual().name("millrace-lookahead").start(ahead);
    }

    /** The next batch: the one that was begun, or one that is read now. Throws what reading it threw. */
    Batch next() {
        FutureTask<Batch> begun = ahead;
        ahead = null;
        return begun == null ? read.get() : await(begun);
    }

    /** Waits for the end of a read that nobody wants any more. Close its subscription before. */
    void abandon() {
        if (ahead != null) {
            try {
                await(ahead);
            } catch (RuntimeException expected) {
                // It was reading from a subscription that is closed.
            }
            ahead = null;
        }
    }

    private static Batch await(FutureTask<Batch> task) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the next batch was read", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }
}

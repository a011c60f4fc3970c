package io.millrace.cli.importing.send;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/** Runs a bounded number of tasks at a time, each on a virtual thread. The first failure ends it all. */
final class InFlight implements AutoCloseable {

    private final Semaphore places;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();

    InFlight(int limit) {
        this.places = new Semaphore(limit);
    }

    /** Waits for a place. Throws what an earlier task threw. */
    void submit(Runnable task) {
        places.acquireUninterruptibly();
        rethrow();
        threads.execute(() -> {
            try {
                task.run();
            } catch (RuntimeException thrown) {
                failure.compareAndSet(null, thrown);
            } finally {
                places.release();
            }
        });
    }

    private void rethrow() {
        RuntimeException thrown = failure.get();
        if (thrown != null) {
            places.release();
            throw thrown;
        }
    }

    /** Waits for every task, and throws what the first failed one threw. */
    void await() {
        threads.close();
        RuntimeException thrown = failure.get();
        if (thrown != null) {
            throw thrown;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}

package io.millrace.cli.prove.stage;

import java.util.Collection;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** The same for many at once. */
final class Parallel {

    private Parallel() {}

    /** Returns when it is done for all of them. */
    static <T> void forEach(Collection<T> all, Consumer<T> act) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            all.forEach(one -> threads.execute(() -> act.accept(one)));
        }
    }
}

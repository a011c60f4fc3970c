package io.millrace.chassis.outbox;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tells whoever publishes that something was committed. A hint only: nothing is lost if nobody listens. */
@Singleton
public final class OutboxSignal {

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    public void whenCommitted(Runnable listener) {
        listeners.add(listener);
    }

    void committed() {
        listeners.forEach(Runnable::run);
    }
}

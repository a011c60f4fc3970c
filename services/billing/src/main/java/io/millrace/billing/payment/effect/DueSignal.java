package io.millrace.billing.payment.effect;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tells whoever settles payments that some may be due. A hint only: nothing is lost if nobody listens. */
@Singleton
final class DueSignal {

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    void whenCommitted(Runnable listener) {
        listeners.add(listener);
    }

    void committed() {
        listeners.forEach(Runnable::run);
    }
}

package io.millrace.chassis.outbox;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells whoever publishes that something was committed. A hint only: nothing is lost if nobody listens. */
@Singleton
public final class OutboxSignal {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxSignal.class);

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    public void whenCommitted(Runnable listener) {
        listeners.add(listener);
    }

    /** The transaction is committed: nothing that goes wrong here may look as if it were not. */
    void committed() {
        listeners.forEach(OutboxSignal::call);
    }

    private static void call(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            LOG.debug("the relay was not woken and will find out by polling", e);
        }
    }
}

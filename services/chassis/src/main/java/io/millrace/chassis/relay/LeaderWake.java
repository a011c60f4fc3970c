package io.millrace.chassis.relay;

import io.millrace.chassis.ServiceIdentity;
import io.millrace.chassis.nats.NatsLink;
import io.nats.client.Connection;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Carries "something was committed" from an instance that does not lead to the one that does, as a core NATS message
 * without a body. A hint only: when it is lost, the leader finds out by polling.
 */
@Singleton
class LeaderWake {

    private final NatsLink nats;
    private final String subject;
    private final AtomicReference<Connection> subscribed = new AtomicReference<>();

    LeaderWake(NatsLink nats, ServiceIdentity identity) {
        this.nats = nats;
        this.subject = "wake." + identity.service();
    }

    /** Calls back whenever another instance committed something. The client keeps the subscription over reconnects. */
    void whenCalled(Runnable listener) {
        nats.whenConnected(() -> nats.connection()
                .filter(connection -> subscribed.getAndSet(connection) != connection)
                .ifPresent(connection -> subscribe(connection, listener)));
    }

    void call() {
        nats.connection().ifPresent(connection -> connection.publish(subject, null));
    }

    private void subscribe(Connection connection, Runnable listener) {
        connection.createDispatcher(message -> listener.run()).subscribe(subject);
    }
}

package io.millrace.chassis.relay;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.millrace.chassis.loop.Loop;
import io.millrace.chassis.nats.NatsLink;
import io.millrace.chassis.outbox.OutboxSignal;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

/** Runs the relay while the service runs, and wakes it after each commit. */
@Singleton
@Requires(property = "millrace.relay.enabled", notEquals = "false")
class RelayService implements ApplicationEventListener<StartupEvent> {

    private final Relay relay;
    private final Loop loop;

    RelayService(Relay relay, OutboxSignal signal, NatsLink nats, LeaderWake leader) {
        this.relay = relay;
        this.loop = new Loop("relay", relay);
        signal.whenCommitted(() -> {
            if (relay.state().leader()) {
                loop.wake();
            } else {
                leader.call();
            }
        });
        leader.whenCalled(loop::wake);
        nats.whenConnected(() -> {
            relay.reconnected();
            loop.wake();
        });
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        loop.start();
    }

    @PreDestroy
    void stop() {
        loop.stop();
        relay.resign();
    }
}

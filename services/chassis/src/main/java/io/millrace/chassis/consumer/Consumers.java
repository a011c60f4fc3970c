package io.millrace.chassis.consumer;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.millrace.chassis.loop.Loop;
import io.millrace.chassis.nats.NatsLink;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Consumer;

/** Runs the event loops while the service runs. */
@Singleton
@Requires(property = "millrace.consumer.enabled", notEquals = "false")
class Consumers implements ApplicationEventListener<StartupEvent> {

    private final List<Running> running;
    private final DescriptionCheck description;

    Consumers(EventLoops eventLoops, NatsLink nats, DescriptionCheck description) {
        this.description = description;
        this.running = eventLoops.all().stream()
                .map(consuming -> new Running(consuming, consuming.loops()))
                .toList();
        nats.whenConnected(() -> forEachLoop(Loop::wake));
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        description.warn();
        forEachLoop(Loop::start);
    }

    /** All are told before one is waited for, and each is free for others as soon as it has ended. */
    @PreDestroy
    void stop() {
        forEachLoop(Loop::finish);
        for (Running consumer : running) {
            consumer.loops().forEach(Loop::stop);
            consumer.consuming().resign();
        }
    }

    private void forEachLoop(Consumer<Loop> step) {
        running.forEach(consumer -> consumer.loops().forEach(step));
    }

    /** A consumer with the loops that run it. */
    private record Running(Consuming consuming, List<Loop> loops) {}
}

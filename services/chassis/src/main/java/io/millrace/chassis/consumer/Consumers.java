package io.millrace.chassis.consumer;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.millrace.chassis.loop.Loop;
import io.millrace.chassis.nats.NatsLink;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;

/** Runs the event loops while the service runs. */
@Singleton
@Requires(property = "millrace.consumer.enabled", notEquals = "false")
class Consumers implements ApplicationEventListener<StartupEvent> {

    private final EventLoops eventLoops;
    private final List<Loop> loops;
    private final DescriptionCheck description;

    Consumers(EventLoops eventLoops, NatsLink nats, DescriptionCheck description) {
        this.eventLoops = eventLoops;
        this.description = description;
        this.loops = eventLoops.all().stream()
                .flatMap(consuming -> consuming.loops().stream())
                .toList();
        nats.whenConnected(() -> loops.forEach(Loop::wake));
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        description.warn();
        loops.forEach(Loop::start);
    }

    /** All are told before one is waited for, and each is free for others as soon as it has ended. */
    @PreDestroy
    void stop() {
        loops.forEach(Loop::finish);
        for (Consuming consuming : eventLoops.all()) {
            consuming.loops().forEach(Loop::stop);
            consuming.resign();
        }
    }
}

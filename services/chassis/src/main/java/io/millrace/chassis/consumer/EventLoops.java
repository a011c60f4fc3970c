package io.millrace.chassis.consumer;

import jakarta.inject.Singleton;
import java.util.List;

/** What handles the consumers of this service. */
@Singleton
class EventLoops {

    private final List<Consuming> all;

    EventLoops(HandlerBeans handlers, Assembly assembly) {
        this.all = handlers.all().entrySet().stream()
                .map(entry -> assembly.of(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** One for each consumer. */
    List<Consuming> all() {
        return all;
    }
}

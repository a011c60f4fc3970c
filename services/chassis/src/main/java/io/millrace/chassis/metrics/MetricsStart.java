package io.millrace.chassis.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Names all figures when the service starts. Not before: the registry is made while the pool of connections is, which it
 * measures too, and figures that ask the database would ask for a second pool then.
 */
@Singleton
@Requires(beans = MeterRegistry.class)
class MetricsStart implements ApplicationEventListener<StartupEvent> {

    private final MeterRegistry registry;
    private final List<Metrics> metrics;

    MetricsStart(MeterRegistry registry, List<Metrics> metrics) {
        this.registry = registry;
        this.metrics = metrics;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        metrics.forEach(some -> some.bindTo(registry));
    }
}

package io.millrace.chassis.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Requires;
import io.millrace.chassis.lease.Leases;
import jakarta.inject.Singleton;

/** How many leases this instance holds. Over all instances of a service, the sum of one lease is never above one for long. */
@Singleton
@Requires(beans = MeterRegistry.class)
class LeaseMetrics implements Metrics {

    private final Leases leases;

    LeaseMetrics(Leases leases) {
        this.leases = leases;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder(
                        "millrace.leases.held",
                        leases,
                        it -> it.held().values().stream().filter(held -> held).count())
                .description("Leases that this instance holds: relay, consumers, rebuilds")
                .register(registry);
    }
}

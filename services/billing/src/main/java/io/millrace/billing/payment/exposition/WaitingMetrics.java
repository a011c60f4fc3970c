package io.millrace.billing.payment.exposition;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.millrace.billing.payment.service.PaymentDesk;
import io.millrace.billing.payment.service.Waiting;
import io.millrace.chassis.metrics.MetricsConfiguration;
import io.millrace.chassis.metrics.PeriodicLook;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.function.ToDoubleFunction;

/** Payments that wait, under {@code /prometheus}. While the database cannot be asked they are not a number. */
@Singleton
@Requires(beans = MeterRegistry.class)
class WaitingMetrics implements ApplicationEventListener<StartupEvent> {

    private final MeterRegistry registry;
    private final PeriodicLook<Waiting> look;

    WaitingMetrics(PaymentDesk desk, MeterRegistry registry, MetricsConfiguration configuration) {
        this.registry = registry;
        this.look = new PeriodicLook<>("payment-metrics", desk::waiting, configuration.every());
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        waiting(false, waiting -> waiting.payments() - waiting.refused());
        waiting(true, Waiting::refused);
        look.start();
    }

    private void waiting(boolean refused, ToDoubleFunction<Waiting> figure) {
        Gauge.builder(
                        "millrace.payments.waiting",
                        look,
                        it -> it.last().map(figure::applyAsDouble).orElse(Double.NaN))
                .description("Payments and refunds that are not settled yet")
                .tag("refused", Boolean.toString(refused))
                .register(registry);
    }

    @PreDestroy
    void stop() {
        look.stop();
    }
}

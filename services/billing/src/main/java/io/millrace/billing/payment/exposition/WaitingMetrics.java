package io.millrace.billing.payment.exposition;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.millrace.billing.payment.service.PaymentDesk;
import io.millrace.billing.payment.service.Waiting;
import io.millrace.chassis.loop.Loop;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Payments that wait, under {@code /prometheus}. The database is asked from time to time, however often somebody scrapes;
 * while it cannot be asked they are not a number.
 */
@Singleton
@Requires(beans = MeterRegistry.class)
class WaitingMetrics implements ApplicationEventListener<StartupEvent> {

    private final PaymentDesk desk;
    private final MeterRegistry registry;
    private final Duration every;
    private final Loop loop = new Loop("payment-metrics", this::look);
    private volatile Optional<Waiting> last = Optional.empty();

    WaitingMetrics(PaymentDesk desk, MeterRegistry registry, @Value("${millrace.metrics.every:5s}") Duration every) {
        this.desk = desk;
        this.registry = registry;
        this.every = every;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        waiting(false, waiting -> waiting.payments() - waiting.refused());
        waiting(true, Waiting::refused);
        loop.start();
    }

    private void waiting(boolean refused, ToDoubleFunction<Waiting> figure) {
        Gauge.builder(
                        "millrace.payments.waiting",
                        this,
                        it -> it.last.map(figure::applyAsDouble).orElse(Double.NaN))
                .description("Payments and refunds that are not settled yet")
                .tag("refused", Boolean.toString(refused))
                .register(registry);
    }

    private Duration look() {
        try {
            last = Optional.of(desk.waiting());
        } catch (Exception e) {
            // Checked ones come here too: the transaction manager throws SQLException without declaring it.
            last = Optional.empty();
            throw e;
        }
        return every;
    }

    @PreDestroy
    void stop() {
        loop.stop();
    }
}

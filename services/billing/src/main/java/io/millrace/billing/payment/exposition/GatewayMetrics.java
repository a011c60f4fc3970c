package io.millrace.billing.payment.exposition;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.millrace.billing.payment.service.GatewayBreaker;
import io.millrace.billing.payment.service.GatewayState.Position;
import jakarta.inject.Singleton;
import java.util.Locale;

/**
 * The payment provider under {@code /prometheus}, as this instance sees it: 1 for the state that the breaker is in, 0 for
 * the others, and how many of the last calls failed.
 */
@Singleton
class GatewayMetrics implements MeterBinder {

    private final GatewayBreaker breaker;

    GatewayMetrics(GatewayBreaker breaker) {
        this.breaker = breaker;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Position position : Position.values()) {
            Gauge.builder(
                            "millrace.payment.provider.breaker",
                            breaker,
                            it -> it.state().position() == position ? 1 : 0)
                    .description("1 for the state that the circuit breaker is in")
                    .tag("state", position.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
        Gauge.builder(
                        "millrace.payment.provider.failures",
                        breaker,
                        it -> it.state().failures())
                .description("How many of the last calls of the payment provider failed")
                .register(registry);
    }
}

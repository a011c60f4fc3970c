package io.millrace.billing.payment.exposition;

import io.micronaut.core.async.publisher.AsyncSingleResultPublisher;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.scheduling.TaskExecutors;
import io.millrace.billing.payment.service.PaymentDesk;
import io.millrace.billing.payment.service.Waiting;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows the payment provider under {@code /health}. Trouble with it reads {@code DEGRADED} and never takes REST out of
 * service: payments wait, and go on by themselves.
 */
@Singleton
class GatewayHealth implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayHealth.class);
    private static final HealthStatus DEGRADED =
            new HealthStatus("DEGRADED", "Requests are served, but payments are not settled as they should", true, 500);

    private final PaymentDesk desk;
    private final ExecutorService executor;

    GatewayHealth(PaymentDesk desk, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.desk = desk;
        this.executor = executor;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return new AsyncSingleResultPublisher<>(executor, this::result);
    }

    private HealthResult result() {
        GatewayView gateway = GatewayView.of(desk.gateway(), desk.activity(), waiting());
        return HealthResult.builder("payment-provider", gateway.isWell() ? HealthStatus.UP : DEGRADED)
                .details(gateway)
                .build();
    }

    private Waiting waiting() {
        try {
            return desk.waiting();
        } catch (Exception e) {
            LOG.debug("waiting payments cannot be counted", e);
            return null;
        }
    }
}

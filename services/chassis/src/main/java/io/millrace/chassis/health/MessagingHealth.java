package io.millrace.chassis.health;

import io.micronaut.core.async.publisher.AsyncSingleResultPublisher;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;

/**
 * Shows the state of relay and consumers under {@code /health}. Trouble with messaging reads {@code DEGRADED} and never
 * takes REST out of service: requests are answered from the service's own database, and events wait in the outbox.
 * What is wrong is said in words.
 */
@Singleton
class MessagingHealth implements HealthIndicator {

    /** Something needs attention, and requests are served all the same. */
    static final HealthStatus DEGRADED =
            new HealthStatus("DEGRADED", "Requests are served, but events do not flow as they should", true, 500);

    private final MessagingReport report;
    private final ExecutorService executor;

    MessagingHealth(MessagingReport report, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.report = report;
        this.executor = executor;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return new AsyncSingleResultPublisher<>(executor, this::result);
    }

    private HealthResult result() {
        MessagingStatus status = report.now();
        return HealthResult.builder("messaging", status.wrong().isEmpty() ? HealthStatus.UP : DEGRADED)
                .details(status)
                .build();
    }
}

package io.millrace.chassis.health;

import io.micronaut.core.async.publisher.AsyncSingleResultPublisher;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.scheduling.TaskExecutors;
import io.millrace.chassis.health.MessagingStatus.ConsumerStatus;
import io.millrace.chassis.relay.Relay;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;

/**
 * Shows the state of relay and consumers under {@code /health}. Trouble with messaging reads {@code DEGRADED} and never
 * takes REST out of service: requests are answered from the service's own database, and events wait in the outbox.
 *
 * <p>Dead letters are trouble too: somebody must redrive or discard them, and until then their aggregates stand still. Events
 * that are parked and tried again are not.
 */
@Singleton
class MessagingHealth implements HealthIndicator {

    /** Something needs attention, and requests are served all the same. */
    static final HealthStatus DEGRADED =
            new HealthStatus("DEGRADED", "Requests are served, but events do not flow as they should", true, 500);

    private final MessagingReport report;
    private final Relay relay;
    private final ExecutorService executor;

    MessagingHealth(MessagingReport report, Relay relay, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.report = report;
        this.relay = relay;
        this.executor = executor;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return new AsyncSingleResultPublisher<>(executor, this::result);
    }

    private HealthResult result() {
        MessagingStatus status = report.now();
        return HealthResult.builder("messaging", well(status) ? HealthStatus.UP : DEGRADED)
                .details(status)
                .build();
    }

    private boolean well(MessagingStatus status) {
        return status.nats().equals("connected")
                && relay.state().flowing()
                && status.outbox().backlog() != null
                && status.consumers().stream().allMatch(MessagingHealth::well);
    }

    private static boolean well(ConsumerStatus consumer) {
        boolean reads = !consumer.owner() || consumer.lag() != null;
        return reads && consumer.dead() != null && consumer.dead() == 0;
    }
}

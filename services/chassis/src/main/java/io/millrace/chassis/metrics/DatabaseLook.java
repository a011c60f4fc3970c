package io.millrace.chassis.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.millrace.chassis.deadletters.DeadLetterCounts;
import io.millrace.chassis.outbox.OutboxTable;
import io.millrace.chassis.saga.SagaCounts;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** Looks at what all services have in their databases. */
@Singleton
@Requires(beans = MeterRegistry.class)
class DatabaseLook implements ApplicationEventListener<StartupEvent> {

    private final PeriodicLook<DatabaseCounts> look;

    DatabaseLook(
            OutboxTable outbox, DeadLetterCounts deadLetters, SagaCounts sagas, MetricsConfiguration configuration) {
        look = new PeriodicLook<>(
                "metrics",
                () -> new DatabaseCounts(
                        outbox.backlog(), outbox.oldest().map(Instant::parse), deadLetters.byConsumer(), sagas.now()),
                configuration.every());
    }

    /** What was seen last; empty while the database cannot be asked. */
    Optional<DatabaseCounts> last() {
        return look.last();
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        look.start();
    }

    @PreDestroy
    void stop() {
        look.stop();
    }
}

package io.millrace.chassis.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.millrace.chassis.deadletters.DeadLetterCounts;
import io.millrace.chassis.loop.Loop;
import io.millrace.chassis.outbox.OutboxTable;
import io.millrace.chassis.saga.SagaCounts;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Asks the database from time to time, so that whoever scrapes need not wait for it. */
@Singleton
@Requires(beans = MeterRegistry.class)
class DatabaseLook implements ApplicationEventListener<StartupEvent> {

    private final OutboxTable outbox;
    private final DeadLetterCounts deadLetters;
    private final SagaCounts sagas;
    private final MetricsConfiguration configuration;
    private final Loop loop = new Loop("metrics", this::look);
    private volatile Optional<DatabaseCounts> last = Optional.empty();

    DatabaseLook(
            OutboxTable outbox, DeadLetterCounts deadLetters, SagaCounts sagas, MetricsConfiguration configuration) {
        this.outbox = outbox;
        this.deadLetters = deadLetters;
        this.sagas = sagas;
        this.configuration = configuration;
    }

    /** What was seen last; empty while the database cannot be asked. */
    Optional<DatabaseCounts> last() {
        return last;
    }

    private Duration look() {
        try {
            last = Optional.of(new DatabaseCounts(
                    outbox.backlog(), outbox.oldest().map(Instant::parse), deadLetters.byConsumer(), sagas.now()));
        } catch (Exception e) {
            // Checked ones come here too: the transaction manager throws SQLException without declaring it.
            last = Optional.empty();
            throw e;
        }
        return configuration.every();
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        loop.start();
    }

    @PreDestroy
    void stop() {
        loop.stop();
    }
}

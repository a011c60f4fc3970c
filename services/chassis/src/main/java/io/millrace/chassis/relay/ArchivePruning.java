package io.millrace.chassis.relay;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.millrace.chassis.loop.Loop;
import io.millrace.chassis.loop.Step;
import io.millrace.chassis.outbox.OutboxConfiguration;
import io.millrace.chassis.outbox.SentTable;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Forgets what was sent long ago, a little at a time, where the relay leads. */
@Singleton
@Requires(property = "millrace.relay.enabled", notEquals = "false")
class ArchivePruning implements Step, ApplicationEventListener<StartupEvent> {

    private static final int ROWS = 5_000;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration REST = Duration.ofSeconds(30);

    private final Relay relay;
    private final SentTable sent;
    private final OutboxConfiguration configuration;
    private final Loop loop = new Loop("archive-pruning", this);

    ArchivePruning(Relay relay, SentTable sent, OutboxConfiguration configuration) {
        this.relay = relay;
        this.sent = sent;
        this.configuration = configuration;
    }

    @Override
    public Duration runOnce() {
        return relay.state().leader() && sent.prune(configuration.keep(), ROWS) == ROWS ? PAUSE : REST;
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

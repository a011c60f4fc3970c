package io.millrace.chassis.saga;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.annotation.Nullable;
import io.millrace.chassis.consumer.CaughtUp;
import io.millrace.chassis.loop.Loop;
import io.millrace.chassis.loop.Step;
import io.millrace.chassis.relay.Relay;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Turns the timers of sagas while the service runs. */
@Singleton
@Requires(property = "millrace.sagas.timers", notEquals = "false")
final class SagaTimers implements ApplicationEventListener<StartupEvent>, Step {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    /** Who has not looked for so long did not publish either, whatever is said of it. */
    private static final Duration STOOD_STILL = Duration.ofMinutes(1);

    private final SagaEngine engine;
    private final Relay relay;
    private final CaughtUp caughtUp;
    private final Clock clock;
    private final Duration grace;
    private final Loop loop = new Loop("saga-timers", this);
    private @Nullable Instant certainSince;
    private Instant lookedAt = Instant.EPOCH;

    SagaTimers(SagaEngine engine, Relay relay, CaughtUp caughtUp, Clock clock, SagaConfiguration configuration) {
        this.engine = engine;
        this.relay = relay;
        this.caughtUp = caughtUp;
        this.clock = clock;
        this.grace = configuration.grace();
    }

    @Override
    public Duration runOnce() {
        if (!relay.state().certain()) {
            caughtUp.forget();
            certainSince = null;
            return LOOK_AGAIN;
        }
        Instant now = clock.instant();
        if (certainSince == null || now.isAfter(lookedAt.plus(STOOD_STILL))) {
            certainSince = now;
        }
        lookedAt = now;
        return engine.isUsed() && engine.timeOut(this::heardUntil) ? Duration.ZERO : LOOK_AGAIN;
    }

    private Optional<Instant> heardUntil() {
        return clock.instant().isBefore(certainSince.plus(grace)) ? Optional.empty() : caughtUp.asOf();
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

package io.millrace.chassis.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Requires;
import io.millrace.chassis.business.saga.Phase;
import io.millrace.chassis.relay.Relay;
import io.millrace.chassis.relay.RelayState;
import io.millrace.chassis.relay.RelayTally;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** Outbox, relay and sagas under {@code /prometheus}. What cannot be known at the moment is not a number. */
@Singleton
@Requires(beans = MeterRegistry.class)
class MessagingMetrics implements Metrics {

    private final DatabaseLook database;
    private final Relay relay;
    private final Clock clock;

    MessagingMetrics(DatabaseLook database, Relay relay, Clock clock) {
        this.database = database;
        this.relay = relay;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        outbox(registry);
        relay(registry);
        sagas(registry);
    }

    private void outbox(MeterRegistry registry) {
        seen("millrace.outbox.waiting", "Events that are committed and not yet in the stream", DatabaseCounts::waiting)
                .register(registry);
        seen("millrace.outbox.oldest.age", "How long the oldest of them has waited", this::age)
                .baseUnit("seconds")
                .register(registry);
    }

    private double age(DatabaseCounts counts) {
        return counts.oldest()
                .map(time -> Math.max(0, Duration.between(time, clock.instant()).toMillis()) / 1000.0)
                .orElse(0.0);
    }

    private void relay(MeterRegistry registry) {
        RelayTally tally = relay.tally();
        Gauge.builder("millrace.relay.leading", relay, it -> it.state().leader() ? 1 : 0)
                .description("1 where this instance publishes")
                .register(registry);
        Gauge.builder("millrace.relay.flowing", relay, it -> isStopped(it.state()) ? 0 : 1)
                .description("0 where this instance should publish and cannot")
                .register(registry);
        FunctionCounter.builder("millrace.relay.published", tally, RelayTally::events)
                .description("Events that were found stored in the stream and have left the outbox")
                .baseUnit("events")
                .register(registry);
        FunctionTimer.builder(
                        "millrace.relay.batch", tally, RelayTally::batches, RelayTally::nanos, TimeUnit.NANOSECONDS)
                .description("From sending a batch to the acknowledgement that it is stored")
                .register(registry);
        FunctionCounter.builder("millrace.relay.looks", tally, RelayTally::looks)
                .description(
                        "How often it has looked at the end of its stream: when it began to lead, and after each doubt")
                .register(registry);
    }

    private static boolean isStopped(RelayState state) {
        return state.leader() && !state.flowing();
    }

    private void sagas(MeterRegistry registry) {
        for (Phase phase : List.of(Phase.RUNNING, Phase.COMPENSATING)) {
            seen(
                            "millrace.sagas.unfinished",
                            "Sagas that are not over",
                            counts -> counts.sagas().byPhase().get(phase))
                    .tag("phase", phase.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
        seen(
                        "millrace.sagas.stuck",
                        "Sagas that have waited for an answer for long",
                        counts -> counts.sagas().stuck())
                .register(registry);
    }

    private Gauge.Builder<DatabaseLook> seen(String name, String says, ToDoubleFunction<DatabaseCounts> figure) {
        return Gauge.builder(
                        name,
                        database,
                        it -> it.last().map(figure::applyAsDouble).orElse(Double.NaN))
                .description(says);
    }
}

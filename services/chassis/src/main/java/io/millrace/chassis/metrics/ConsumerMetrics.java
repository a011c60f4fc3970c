package io.millrace.chassis.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micronaut.context.annotation.Requires;
import io.millrace.chassis.consumer.ConsumerState;
import io.millrace.chassis.consumer.ConsumerStates;
import io.millrace.chassis.consumer.ConsumerTally;
import io.millrace.chassis.deadletters.DeadLetterCounts;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** Each consumer under {@code /prometheus}, as its owner sees it. Who stands by knows no lag, which is not a number there. */
@Singleton
@Requires(beans = MeterRegistry.class)
class ConsumerMetrics implements Metrics {

    private final DatabaseLook database;
    private final ConsumerStates consumers;
    private final Clock clock;

    ConsumerMetrics(DatabaseLook database, ConsumerStates consumers, Clock clock) {
        this.database = database;
        this.consumers = consumers;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        consumers.all().forEach(consumer -> bind(registry, consumer));
    }

    private void bind(MeterRegistry registry, ConsumerState consumer) {
        String name = consumer.name();
        Tags tags = Tags.of("consumer", name, "stream", consumer.stream());
        ConsumerTally tally = consumers.tallies().get(name);
        state("millrace.consumer.owned", "1 where this instance handles it", name, state -> state.owner() ? 1 : 0)
                .tags(tags)
                .register(registry);
        state(
                        "millrace.consumer.flowing",
                        "0 where this instance should handle it and cannot",
                        name,
                        state -> state.flowing() ? 1 : 0)
                .tags(tags)
                .register(registry);
        state("millrace.consumer.lag", "Events of the stream that are not handled yet", name, ConsumerMetrics::lag)
                .tags(tags)
                .baseUnit("events")
                .register(registry);
        state(
                        "millrace.consumer.lag.age",
                        "How long the first event that is not handled has been in the stream",
                        name,
                        this::age)
                .tags(tags)
                .baseUnit("seconds")
                .register(registry);
        parked(
                        "millrace.consumer.parked",
                        "Events that failed, or wait behind one",
                        name,
                        DeadLetterCounts.Count::parked)
                .tags(tags)
                .register(registry);
        parked("millrace.consumer.dead", "Dead letters among them", name, DeadLetterCounts.Count::dead)
                .tags(tags)
                .register(registry);
        FunctionCounter.builder("millrace.consumer.handled", tally, ConsumerTally::events)
                .description("Events that were handled or parked")
                .tags(tags)
                .baseUnit("events")
                .register(registry);
        FunctionTimer.builder(
                        "millrace.consumer.batch",
                        tally,
                        ConsumerTally::batches,
                        ConsumerTally::nanos,
                        TimeUnit.NANOSECONDS)
                .description("From the first handler of a batch to the end of its transaction")
                .tags(tags)
                .register(registry);
    }

    private static double lag(ConsumerState state) {
        return state.lag() == null ? Double.NaN : state.lag();
    }

    private double age(ConsumerState state) {
        if (state.lag() != null && state.lag() == 0) {
            return 0;
        }
        return state.waitingSince()
                .map(since ->
                        Math.max(0, Duration.between(since, clock.instant()).toMillis()) / 1000.0)
                .orElse(Double.NaN);
    }

    private Gauge.Builder<ConsumerStates> state(
            String name, String says, String consumer, ToDoubleFunction<ConsumerState> figure) {
        return Gauge.builder(
                        name,
                        consumers,
                        it -> it.all().stream()
                                .filter(state -> state.name().equals(consumer))
                                .mapToDouble(figure)
                                .findFirst()
                                .orElse(Double.NaN))
                .description(says);
    }

    private Gauge.Builder<DatabaseLook> parked(
            String name, String says, String consumer, ToDoubleFunction<DeadLetterCounts.Count> figure) {
        DeadLetterCounts.Count none = new DeadLetterCounts.Count(0, 0, false);
        return Gauge.builder(
                        name,
                        database,
                        it -> it.last()
                                .map(counts -> counts.parked().getOrDefault(consumer, none))
                                .map(figure::applyAsDouble)
                                .orElse(Double.NaN))
                .description(says);
    }
}

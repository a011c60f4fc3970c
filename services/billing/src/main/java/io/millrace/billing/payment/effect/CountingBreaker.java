package io.millrace.billing.payment.effect;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.millrace.billing.payment.service.GatewayBreaker;
import io.millrace.billing.payment.service.GatewayState;
import io.millrace.billing.payment.service.GatewayState.Position;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts the last calls, by Resilience4j. One call at a time tries whether the provider answers again. */
@Singleton
final class CountingBreaker implements GatewayBreaker {

    private static final Logger LOG = LoggerFactory.getLogger(CountingBreaker.class);

    private final CircuitBreaker breaker;
    private final Clock clock;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Instant since;
    private volatile String lastFailure;

    CountingBreaker(BreakerConfiguration configuration, Clock clock) {
        this.clock = clock;
        this.since = clock.instant();
        breaker = CircuitBreaker.of(
                "payment-provider",
                CircuitBreakerConfig.custom()
                        .slidingWindowType(SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(configuration.calls())
                        .minimumNumberOfCalls(configuration.minimum())
                        .failureRateThreshold(configuration.failurePercent())
                        .waitDurationInOpenState(configuration.openFor())
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .build());
        breaker.getEventPublisher().onStateTransition(event -> moved(event.getStateTransition()));
    }

    @Override
    public boolean tryAcquire() {
        return breaker.tryAcquirePermission();
    }

    @Override
    public void release() {
        breaker.releasePermission();
    }

    @Override
    public void answered() {
        breaker.onSuccess(0, TimeUnit.MILLISECONDS);
    }

    @Override
    public void failed(String reason) {
        lastFailure = reason;
        breaker.onError(0, TimeUnit.MILLISECONDS, new ProviderAwayException(reason));
    }

    @Override
    public void forget() {
        if (breaker.getState() != State.CLOSED) {
            lastFailure = null;
            breaker.reset();
        }
    }

    @Override
    public GatewayState state() {
        return new GatewayState(
                position(breaker.getState()),
                since,
                breaker.getMetrics().getNumberOfFailedCalls(),
                Optional.ofNullable(lastFailure));
    }

    @Override
    public void whenClosed(Runnable listener) {
        listeners.add(listener);
    }

    private void moved(CircuitBreaker.StateTransition transition) {
        if (transition.getFromState() == State.CLOSED || transition.getToState() == State.CLOSED) {
            since = clock.instant();
        }
        switch (transition.getToState()) {
            case OPEN -> {
                if (transition.getFromState() == State.CLOSED) {
                    LOG.warn("the payment provider is not asked for a while: {}", lastFailure);
                }
            }
            case CLOSED -> {
                if (lastFailure != null) {
                    LOG.info("the payment provider answers again: payments go on");
                    lastFailure = null;
                    listeners.forEach(Runnable::run);
                }
            }
            case HALF_OPEN, DISABLED, FORCED_OPEN, METRICS_ONLY -> LOG.debug("{}", transition);
        }
    }

    private static Position position(State state) {
        return switch (state) {
            case CLOSED, DISABLED, METRICS_ONLY -> Position.CLOSED;
            case OPEN, FORCED_OPEN -> Position.OPEN;
            case HALF_OPEN -> Position.HALF_OPEN;
        };
    }
}

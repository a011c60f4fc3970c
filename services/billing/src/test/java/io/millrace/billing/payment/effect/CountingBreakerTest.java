package io.millrace.billing.payment.effect;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.billing.payment.service.GatewayState.Position;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class CountingBreakerTest {

    private final AtomicInteger closed = new AtomicInteger();
    private final CountingBreaker breaker =
            new CountingBreaker(new BreakerConfiguration(4, 2, 50, Duration.ofMillis(1)), Clock.systemUTC());

    @Test
    void whoAsksNoLongerHasNothingToSay() {
        breaker.whenClosed(closed::incrementAndGet);
        fail(2);
        assertThat(breaker.state().position()).isEqualTo(Position.OPEN);

        breaker.forget();

        assertThat(breaker.state().position()).isEqualTo(Position.CLOSED);
        assertThat(breaker.state().failures()).isZero();
        assertThat(breaker.state().lastFailure()).isEmpty();
        assertThat(closed).as("nobody has heard that it answers again").hasValue(0);
    }

    @Test
    void whoForgetsWithoutHavingLearntAnythingKeepsCounting() {
        fail(1);
        breaker.forget();
        fail(1);

        assertThat(breaker.state().position()).isEqualTo(Position.OPEN);
    }

    @Test
    void anOutageBeginsOnceHoweverOftenItIsTried() {
        fail(2);
        Instant began = breaker.state().since();

        Awaitility.await().until(breaker::tryAcquire);
        assertThat(breaker.state().position()).isEqualTo(Position.HALF_OPEN);
        assertThat(breaker.state().since()).isEqualTo(began);
        breaker.failed("answered 503");
        assertThat(breaker.state().position()).isEqualTo(Position.OPEN);
        assertThat(breaker.state().since()).isEqualTo(began);

        Awaitility.await().until(breaker::tryAcquire);
        breaker.answered();
        assertThat(breaker.state().position()).isEqualTo(Position.CLOSED);
        assertThat(breaker.state().since()).isAfter(began);
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(breaker.tryAcquire()).isTrue();
            breaker.failed("answered 503");
        }
    }
}

package io.millrace.billing.payment.effect;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.testkit.MillraceTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@MillraceTest
class SettingsIT {

    @Inject
    ProviderConfiguration provider;

    @Inject
    BreakerConfiguration breaker;

    @Inject
    SettlementConfiguration settlement;

    @Test
    void areTheseUnlessSaidOtherwise() {
        assertThat(provider.apiKey()).isEqualTo("sk_test_sandbox");
        assertThat(provider.connectTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(provider.answerTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(breaker).isEqualTo(new BreakerConfiguration(20, 5, 50, Duration.ofMillis(1500)));
        assertThat(settlement)
                .isEqualTo(new SettlementConfiguration(
                        8,
                        Duration.ofMillis(250),
                        Duration.ofMillis(500),
                        Duration.ofMinutes(1),
                        Duration.ofSeconds(30)));
    }
}

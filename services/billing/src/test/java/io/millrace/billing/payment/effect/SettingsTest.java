package io.millrace.billing.payment.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void refuseWhatCannotBeMeant() {
        assertThatThrownBy(() -> provider("ftp://somewhere", 2, 5)).hasMessageContaining("url must be like https://");
        assertThatThrownBy(() -> provider("http://here", 5, 2)).hasMessageContaining("answer-timeout");
        assertThatThrownBy(() -> new BreakerConfiguration(2, 5, 50, Duration.ofSeconds(1)))
                .hasMessageContaining("minimum");
        assertThatThrownBy(() -> new BreakerConfiguration(5, 5, 0, Duration.ofSeconds(1)))
                .hasMessageContaining("failure-percent");
        assertThatThrownBy(() ->
                        new SettlementConfiguration(0, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO))
                .hasMessageContaining("concurrency");
    }

    @Test
    void doNotTellTheKey() {
        assertThat(provider("http://here", 2, 5).toString()).doesNotContain("sk_");
    }

    private static ProviderConfiguration provider(String url, int connect, int answer) {
        return new ProviderConfiguration(
                URI.create(url), "sk_test_1", Duration.ofSeconds(connect), Duration.ofSeconds(answer));
    }
}

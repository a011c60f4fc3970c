package io.millrace.chassis.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.chassis.ChassisFixture;
import io.millrace.chassis.outbox.OutboxConfiguration;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsIT {

    @Test
    void whoSetsNothingGetsBatchesOfAThousandAndAnArchiveOfThreeDays() {
        try (ChassisFixture fixture = new ChassisFixture()) {
            assertThat(fixture.bean(RelayConfiguration.class))
                    .isEqualTo(new RelayConfiguration(
                            1_000,
                            Duration.ofMillis(500),
                            Duration.ofSeconds(5),
                            Duration.ofSeconds(10),
                            "auto",
                            "2.15.0"));
            assertThat(fixture.bean(OutboxConfiguration.class).keep()).isEqualTo(Duration.ofDays(3));
        }
    }

    @Test
    void namesWhatCannotBe() {
        assertThatThrownBy(() -> new OutboxConfiguration(Duration.ofDays(-1)))
                .hasMessageContaining("millrace.outbox.keep must not be negative");
        assertThatThrownBy(() -> new ChassisFixture(Map.of("millrace.relay.mode", "sometimes")))
                .hasMessageContaining("millrace.relay.mode must be auto, linked or atomic, but is sometimes");
    }
}

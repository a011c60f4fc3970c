package io.millrace.chassis.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.chassis.ChassisFixture;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeliverySettingsIT {

    @Test
    void whoSetsNothingHasTwoMinutesToAcknowledge() {
        try (ChassisFixture fixture = new ChassisFixture()) {
            assertThat(fixture.bean(DeliveryConfiguration.class).ackWait())
                    .isEqualTo(DeliveryConfiguration.USUAL_ACK_WAIT)
                    .isEqualTo(Duration.ofMinutes(2));
        }
    }

    @Test
    void namesWhatCannotBe() {
        assertThatThrownBy(() -> new DeliveryConfiguration(Duration.ofMillis(10)))
                .hasMessageContaining("millrace.consumer.ack-wait must be 1s or more");
    }
}

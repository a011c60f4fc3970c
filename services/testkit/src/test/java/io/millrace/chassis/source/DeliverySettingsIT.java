package io.millrace.chassis.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.chassis.ChassisFixture;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeliverySettingsIT {

    @Test
    void whoSetsNothingHasTwoMinutesToAcknowledge() {
        try (ChassisFixture fixture = new ChassisFixture()) {
            assertThat(fixture.bean(DeliveryConfiguration.class).ackWait()).isEmpty();
            assertThat(ConsumerDeclaration.of("ORDERS", "delivery-orders")
                            .bound("1-1", 0)
                            .getAckWait())
                    .isEqualTo(Duration.ofMinutes(2));
        }
    }

    @Test
    void whoSetsItHasIt() {
        try (ChassisFixture fixture = new ChassisFixture(Map.of("millrace.consumer.ack-wait", "7s"))) {
            assertThat(fixture.bean(DeliveryConfiguration.class).ackWait()).contains(Duration.ofSeconds(7));
        }
    }

    @Test
    void namesWhatCannotBe() {
        assertThatThrownBy(() -> new DeliveryConfiguration(Optional.of(Duration.ofMillis(10))))
                .hasMessageContaining("millrace.consumer.ack-wait must be 1s or more");
    }
}

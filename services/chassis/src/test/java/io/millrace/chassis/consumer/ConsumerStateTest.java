package io.millrace.chassis.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConsumerStateTest {

    private static final Instant THEN = Instant.parse("2026-01-01T10:00:00Z");
    private static final Instant LATER = THEN.plusSeconds(60);
    private static final ConsumerState STARTING = ConsumerState.starting("delivery-orders", "ORDERS");

    @Test
    void onlyTheTroubleOfItsOwnerStopsIt() {
        assertThat(STARTING.flowing()).isTrue();
        assertThat(STARTING.at(5, 2, Optional.of(THEN)).flowing()).isTrue();
        assertThat(STARTING.trouble("a handler fails", true).flowing()).isFalse();
        assertThat(STARTING.trouble("the database is away", false).flowing()).isTrue();
        assertThat(STARTING.trouble("the database is away", false).owner()).isFalse();
    }

    @Test
    void whatFailsGoesOnWaiting() {
        ConsumerState failing = STARTING.at(5, 2, Optional.of(THEN))
                .handling(2, Optional.of(THEN))
                .trouble("a handler fails", true);

        assertThat(failing.waitingSince()).hasValue(THEN);
        assertThat(failing.standby().waitingSince()).isEmpty();
    }

    @Test
    void nothingWaitsWhereEverythingIsHandled() {
        ConsumerState handling = STARTING.at(5, 2, Optional.of(THEN)).handling(2, Optional.of(THEN));

        assertThat(handling.progressed(7, 0, Optional.of(THEN), LATER).waitingSince())
                .isEmpty();
        assertThat(handling.progressed(7, 1, Optional.of(LATER), LATER).waitingSince())
                .hasValue(LATER);
        assertThat(handling.at(5, 0, Optional.of(THEN)).waitingSince()).isEmpty();
    }
}

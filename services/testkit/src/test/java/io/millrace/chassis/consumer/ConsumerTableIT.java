package io.millrace.chassis.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.chassis.ChassisFixture;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConsumerTableIT {

    private static final String CONSUMER = "delivery-orders";
    private static final Position FIVE = new Position(5, Optional.of("event-5"));
    private static final Position NINE = new Position(9, Optional.of("event-9"));

    private final ChassisFixture fixture = new ChassisFixture();
    private final ConsumerTable table = fixture.bean(ConsumerTable.class);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aNewConsumerIsAtTheBeginning() {
        assertThat(table.bind(CONSUMER, "ORDERS", 1)).isEqualTo(new Position(0, Optional.empty()));
    }

    @Test
    void whoeverBindsNextFindsThePosition() {
        table.bind(CONSUMER, "ORDERS", 1);
        table.advance(CONSUMER, 1, 0, FIVE);

        assertThat(table.bind(CONSUMER, "ORDERS", 2)).isEqualTo(FIVE);
    }

    @Test
    void anOwnerOfAnOlderEpochIsFenced() {
        table.bind(CONSUMER, "ORDERS", 1);
        table.bind(CONSUMER, "ORDERS", 2);

        assertThatThrownBy(() -> table.advance(CONSUMER, 1, 0, FIVE)).isInstanceOf(FencedException.class);
        assertThatThrownBy(() -> table.bind(CONSUMER, "ORDERS", 1)).isInstanceOf(FencedException.class);
        assertThat(table.bind(CONSUMER, "ORDERS", 2).sequence()).isZero();
    }

    @Test
    void thePositionMovesOnlyFromWhereTheOwnerLeftIt() {
        table.bind(CONSUMER, "ORDERS", 1);
        table.advance(CONSUMER, 1, 0, FIVE);

        assertThatThrownBy(() -> table.advance(CONSUMER, 1, 0, NINE)).isInstanceOf(FencedException.class);
        assertThat(table.bind(CONSUMER, "ORDERS", 1)).isEqualTo(FIVE);
    }
}

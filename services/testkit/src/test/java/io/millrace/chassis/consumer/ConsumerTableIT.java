package io.millrace.chassis.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.chassis.ChassisFixture;
import io.millrace.chassis.parked.Fence;
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
        assertThat(table.bind(owner(1), "ORDERS").position()).isEqualTo(new Position(0, Optional.empty()));
    }

    @Test
    void whoeverBindsNextFindsThePosition() {
        table.bind(owner(1), "ORDERS");
        table.advance(owner(1), 0, FIVE);

        assertThat(table.bind(owner(2), "ORDERS").position()).isEqualTo(FIVE);
    }

    @Test
    void anOwnerOfAnOlderEpochIsFenced() {
        table.bind(owner(1), "ORDERS");
        table.bind(owner(2), "ORDERS");

        assertThatThrownBy(() -> table.advance(owner(1), 0, FIVE)).isInstanceOf(FencedException.class);
        assertThatThrownBy(() -> table.bind(owner(1), "ORDERS")).isInstanceOf(FencedException.class);
        assertThat(table.bind(owner(2), "ORDERS").position().sequence()).isZero();
    }

    @Test
    void thePositionMovesOnlyFromWhereTheOwnerLeftIt() {
        table.bind(owner(1), "ORDERS");
        table.advance(owner(1), 0, FIVE);

        assertThatThrownBy(() -> table.advance(owner(1), 0, NINE)).isInstanceOf(FencedException.class);
        assertThat(table.bind(owner(1), "ORDERS").position()).isEqualTo(FIVE);
    }

    @Test
    void whatIsPausedCannotMoveUntilItIsResumed() {
        table.bind(owner(1), "ORDERS");
        table.advance(owner(1), 0, FIVE);
        paused(true);

        assertThatThrownBy(() -> table.advance(owner(1), 5, NINE)).isInstanceOf(PausedException.class);
        assertThatThrownBy(() -> table.bind(owner(2), "ORDERS")).isInstanceOf(PausedException.class);

        paused(false);
        assertThat(table.bind(owner(2), "ORDERS").position()).isEqualTo(FIVE);
    }

    private void paused(boolean paused) {
        fixture.transactions()
                .executeWrite(tx -> tx.getConnection()
                        .createStatement()
                        .executeUpdate("UPDATE messaging.consumer SET paused = " + paused));
    }

    private static Fence owner(long epoch) {
        return new Fence(CONSUMER, epoch);
    }
}

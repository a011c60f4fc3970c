package io.millrace.chassis.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.chassis.health.MessagingStatus.ConsumerStatus;
import io.millrace.chassis.health.MessagingStatus.OutboxStatus;
import io.millrace.chassis.relay.RelayState;
import io.millrace.chassis.relay.RelayState.Phase;
import java.util.List;
import org.junit.jupiter.api.Test;

class TroublesTest {

    private static final RelayState IDLE = new RelayState(Phase.IDLE, "idle", null, "linked");
    private static final OutboxStatus OUTBOX = new OutboxStatus(0L, true, null, "linked", "idle");

    @Test
    void nothingIsWrongWhileEventsFlow() {
        assertThat(Troubles.of(true, IDLE, OUTBOX, List.of(consumer(true, 7L, 0L), consumer(false, null, 0L))))
                .isEmpty();
    }

    @Test
    void whatIsWrongIsSaidInWords() {
        RelayState stopped = new RelayState(Phase.TROUBLE, "stopped: the database is older", null, null);
        OutboxStatus unknown = new OutboxStatus(null, false, null, null, "idle");

        assertThat(Troubles.of(true, stopped, OUTBOX, List.of()))
                .containsExactly("the relay does not publish: stopped: the database is older");
        assertThat(Troubles.of(true, IDLE, unknown, List.of())).containsExactly("the database cannot be asked");
        assertThat(Troubles.of(true, IDLE, OUTBOX, List.of(consumer(true, null, 1L))))
                .containsExactly(
                        "delivery-orders handles nothing: its stream was recreated",
                        "delivery-orders has 1 dead letter to be redriven or discarded");
    }

    @Test
    void whileNatsIsAwayThatIsTheReasonAndNothingElse() {
        RelayState waiting = new RelayState(Phase.WAITING, "waiting for NATS", null, null);

        assertThat(Troubles.of(false, waiting, OUTBOX, List.of(consumer(true, null, 0L))))
                .containsExactly("NATS cannot be reached: events wait in the outbox");
    }

    private static ConsumerStatus consumer(boolean owner, Long lag, Long dead) {
        return new ConsumerStatus(
                "delivery-orders", "ORDERS", 5, lag, owner, null, "its stream was recreated", dead, dead, false);
    }
}

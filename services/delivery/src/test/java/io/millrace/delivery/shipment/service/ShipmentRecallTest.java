package io.millrace.delivery.shipment.service;

import static io.millrace.delivery.shipment.service.News.cancelRequested;
import static io.millrace.delivery.shipment.service.News.confirmed;
import static io.millrace.delivery.shipment.service.News.registered;
import static io.millrace.delivery.shipment.service.ShipmentsInMemory.SOMEWHERE;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.contracts.delivery.ShipmentCancellationRefused;
import io.millrace.contracts.delivery.ShipmentCancelled;
import io.millrace.contracts.delivery.ShipmentEvent;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShipmentRecallTest {

    private static final ShipmentEvent CANCELLED = new ShipmentCancelled("o", "o", "c");
    private static final ShipmentEvent REFUSED = new ShipmentCancellationRefused("o", "o", "c");

    private final ShipmentsInMemory store = new ShipmentsInMemory();
    private final ShipmentPlanning planning = new ShipmentPlanning(store);
    private final ShipmentDesk desk = new ShipmentDesk(store);
    private final ShipmentRecall recall = new ShipmentRecall(store);

    @BeforeEach
    void knowTheCustomer() {
        store.recipient("c", SOMEWHERE);
    }

    @Test
    void cancelsWhatWaitsWithItsFirstEvent() {
        planning.confirmed(List.of(confirmed("w", "late")));

        recall.requested(List.of(cancelRequested("w")));

        assertThat(answers()).containsExactly(new ShipmentCancelled("w", "w", "late"));
        assertThat(store.shipment("w").status()).isEqualTo(ShipmentStatus.CANCELLED);
        assertThat(store.shipment("w").version()).isEqualTo(1);
    }

    @Test
    void cancelsWhatIsPrepared() {
        planning.confirmed(List.of(confirmed("o", "c")));

        recall.requested(List.of(cancelRequested("o")));

        assertThat(answers()).containsExactly(CANCELLED);
        assertThat(store.shipment("o").status()).isEqualTo(ShipmentStatus.CANCELLED);
        assertThat(store.shipment("o").version()).isEqualTo(2);
    }

    @Test
    void refusesWhatLeftAndLeavesItWhereItStands() {
        planning.confirmed(List.of(confirmed("o", "c")));
        desk.dispatch("o");

        recall.requested(List.of(cancelRequested("o")));
        assertThat(store.shipment("o").status()).isEqualTo(ShipmentStatus.DISPATCHED);
        assertThat(store.shipment("o").version()).isEqualTo(3);
        desk.deliver("o");
        recall.requested(List.of(cancelRequested("o")));
        assertThat(store.shipment("o").status()).isEqualTo(ShipmentStatus.DELIVERED);
        desk.takeBack("o");
        recall.requested(List.of(cancelRequested("o")));

        assertThat(answers()).containsExactly(REFUSED, REFUSED, REFUSED);
        assertThat(store.shipment("o").status()).isEqualTo(ShipmentStatus.RETURNED);
        assertThat(store.shipment("o").version()).isEqualTo(7);
    }

    @Test
    void givesTheSameAnswerToARepeatedRequestWithinABatchAndAfterIt() {
        planning.confirmed(List.of(confirmed("o", "c"), confirmed("sent", "c")));
        desk.dispatch("sent");

        recall.requested(List.of(cancelRequested("o"), cancelRequested("sent"), cancelRequested("o")));
        recall.requested(List.of(cancelRequested("o"), cancelRequested("sent")));

        ShipmentEvent refused = new ShipmentCancellationRefused("sent", "sent", "c");
        assertThat(answers()).containsExactly(CANCELLED, refused, CANCELLED, CANCELLED, refused);
        assertThat(store.shipment("o").version()).isEqualTo(4);
        assertThat(store.shipment("sent").version()).isEqualTo(4);
    }

    @Test
    void remembersARequestForAnOrderThatNobodyHeardOf() {
        recall.requested(List.of(cancelRequested("o"), cancelRequested("o")));

        assertThat(answers())
                .containsExactly(
                        new ShipmentCancelled("o", "o", "unknown"), new ShipmentCancelled("o", "o", "unknown"));
        assertThat(store.shipment("o").status()).isEqualTo(ShipmentStatus.CANCELLED);
        assertThat(store.shipment("o").version()).isEqualTo(2);
    }

    @Test
    void neverSendsAnOrderThatIsConfirmedAfterItWasCalledOff() {
        recall.requested(List.of(cancelRequested("o")));
        planning.confirmed(List.of(confirmed("o", "c")));
        planning.registered(List.of(registered("c")));

        assertThat(store.caused).hasSize(1);
        assertThat(desk.dispatch("o")).isEqualTo(new Handover.OutOfOrder(ShipmentStatus.CANCELLED));
        assertThat(store.shipment("o")).isEqualTo(new Shipment("o", "c", ShipmentStatus.CANCELLED, 1, 1));
        assertThat(store.lines("o")).hasSize(1);

        recall.requested(List.of(cancelRequested("o")));
        assertThat(answers()).last().isEqualTo(CANCELLED);
    }

    @Test
    void doesNotWakeWhatWasCancelled() {
        planning.confirmed(List.of(confirmed("w", "late")));
        recall.requested(List.of(cancelRequested("w")));

        planning.registered(List.of(registered("late")));

        assertThat(answers()).hasSize(1);
    }

    @Test
    void namesTheRequestAsTheCauseOfItsAnswer() {
        recall.requested(List.of(cancelRequested("o")));

        assertThat(store.caused).extracting(caused -> caused.cause().id()).containsExactly("ShipmentCancelRequested o");
    }

    private List<ShipmentEvent> answers() {
        return store.caused.stream()
                .map(caused -> caused.change().event())
                .filter(event -> event instanceof ShipmentCancelled || event instanceof ShipmentCancellationRefused)
                .toList();
    }
}

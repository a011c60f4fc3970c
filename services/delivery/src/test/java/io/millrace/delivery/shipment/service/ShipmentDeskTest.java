package io.millrace.delivery.shipment.service;

import static io.millrace.delivery.shipment.service.News.cancelRequested;
import static io.millrace.delivery.shipment.service.News.confirmed;
import static io.millrace.delivery.shipment.service.ShipmentsInMemory.SOMEWHERE;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.contracts.delivery.ShipmentDelivered;
import io.millrace.contracts.delivery.ShipmentDispatched;
import io.millrace.contracts.delivery.ShipmentReturned;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShipmentDeskTest {

    private final ShipmentsInMemory store = new ShipmentsInMemory();
    private final ShipmentDesk desk = new ShipmentDesk(store);
    private final ShipmentPlanning planning = new ShipmentPlanning(store);
    private final ShipmentRecall recall = new ShipmentRecall(store);

    @Test
    void dispatchesAndDeliversAPreparedShipment() {
        prepare("o");

        assertThat(desk.dispatch("o")).isInstanceOf(Handover.Done.class);
        assertThat(desk.deliver("o")).isInstanceOf(Handover.Done.class);

        assertThat(store.reported)
                .extracting(Change::event)
                .containsExactly(new ShipmentDispatched("o", "o", "c"), new ShipmentDelivered("o", "o", "c"));
        assertThat(store.reported)
                .extracting(change -> change.after().version())
                .containsExactly(2L, 3L);
    }

    @Test
    void emitsNothingWhenAReportIsRepeated() {
        prepare("o");
        desk.dispatch("o");
        assertThat(desk.dispatch("o")).isInstanceOf(Handover.Done.class);
        desk.deliver("o");

        assertThat(desk.deliver("o")).isInstanceOf(Handover.Done.class);
        assertThat(desk.dispatch("o")).isInstanceOf(Handover.Done.class);
        assertThat(store.reported).hasSize(2);
    }

    @Test
    void doesNotDispatchWhatWaits() {
        planning.confirmed(List.of(confirmed("o", "c")));

        assertThat(desk.dispatch("o")).isEqualTo(new Handover.OutOfOrder(ShipmentStatus.WAITING));
    }

    @Test
    void doesNotDispatchWhatWasCancelled() {
        prepare("o");
        recall.requested(List.of(cancelRequested("o")));

        assertThat(desk.dispatch("o")).isEqualTo(new Handover.OutOfOrder(ShipmentStatus.CANCELLED));
    }

    @Test
    void doesNotDispatchToAnErasedCustomer() {
        prepare("o");
        store.recipient("c", new Addressee.Erased());

        assertThat(desk.dispatch("o")).isEqualTo(new Handover.NobodyToSendTo());
        assertThat(store.reported).isEmpty();
    }

    @Test
    void doesNotDeliverWhatWasNotDispatched() {
        prepare("o");

        assertThat(desk.deliver("o")).isEqualTo(new Handover.OutOfOrder(ShipmentStatus.PREPARED));
    }

    @Test
    void deliversToACustomerWhoWasErasedOnTheWay() {
        prepare("o");
        desk.dispatch("o");
        store.recipient("c", new Addressee.Erased());
        store.forget(List.of("c"));

        assertThat(desk.deliver("o")).isInstanceOf(Handover.Done.class);
    }

    @Test
    void takesBackWhatIsOnTheWay() {
        prepare("o");
        desk.dispatch("o");

        assertThat(desk.takeBack("o")).isInstanceOf(Handover.Done.class);

        assertThat(store.shipment("o").status()).isEqualTo(ShipmentStatus.RETURNED);
        assertThat(store.shipment("o").version()).isEqualTo(3);
        assertThat(store.reported.getLast().event()).isEqualTo(new ShipmentReturned("o", "o", "c"));
    }

    @Test
    void takesBackWhatArrivedOnce() {
        prepare("o");
        desk.dispatch("o");
        desk.deliver("o");
        desk.takeBack("o");

        assertThat(desk.takeBack("o")).isInstanceOf(Handover.Done.class);
        assertThat(store.reported).hasSize(3);
    }

    @Test
    void takesNothingBackThatDidNotLeave() {
        planning.confirmed(List.of(confirmed("waits", "nobody")));
        prepare("o");
        assertThat(desk.takeBack("waits")).isEqualTo(new Handover.OutOfOrder(ShipmentStatus.WAITING));
        assertThat(desk.takeBack("o")).isEqualTo(new Handover.OutOfOrder(ShipmentStatus.PREPARED));

        recall.requested(List.of(cancelRequested("o")));

        assertThat(desk.takeBack("o")).isEqualTo(new Handover.OutOfOrder(ShipmentStatus.CANCELLED));
        assertThat(store.reported).isEmpty();
    }

    @Test
    void doesNotDeliverWhatCameBack() {
        prepare("o");
        desk.dispatch("o");
        desk.takeBack("o");

        assertThat(desk.deliver("o")).isEqualTo(new Handover.OutOfOrder(ShipmentStatus.RETURNED));
        assertThat(desk.dispatch("o")).isInstanceOf(Handover.Done.class);
        assertThat(store.reported).hasSize(2);
    }

    @Test
    void deliversWhatWasNotToBeSentAndHadLeft() {
        prepare("o");
        desk.dispatch("o");
        recall.requested(List.of(cancelRequested("o")));

        assertThat(desk.deliver("o")).isInstanceOf(Handover.Done.class);
        assertThat(store.shipment("o").version()).isEqualTo(4);
    }

    @Test
    void knowsNoShipmentWithoutAnOrder() {
        assertThat(desk.dispatch("o")).isEqualTo(new Handover.Unknown());
        assertThat(desk.deliver("o")).isEqualTo(new Handover.Unknown());
        assertThat(desk.takeBack("o")).isEqualTo(new Handover.Unknown());
    }

    private void prepare(String id) {
        store.recipient("c", SOMEWHERE);
        planning.confirmed(List.of(confirmed(id, "c")));
    }
}

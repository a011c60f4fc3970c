package io.millrace.delivery.shipment.service;

import static io.millrace.delivery.shipment.service.News.cancelled;
import static io.millrace.delivery.shipment.service.News.placed;
import static io.millrace.delivery.shipment.service.ShipmentsInMemory.SOMEWHERE;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.contracts.delivery.ShipmentDelivered;
import io.millrace.contracts.delivery.ShipmentDispatched;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShipmentDeskTest {

    private final ShipmentsInMemory store = new ShipmentsInMemory();
    private final ShipmentDesk desk = new ShipmentDesk(store);
    private final ShipmentPlanning planning = new ShipmentPlanning(store);

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
        planning.placed(List.of(placed("o", "c")));

        assertThat(desk.dispatch("o")).isEqualTo(new Handover.OutOfOrder(ShipmentStatus.WAITING));
    }

    @Test
    void doesNotDispatchWhatWasCancelled() {
        prepare("o");
        planning.cancelled(List.of(cancelled("o", "c")));

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
    void knowsNoShipmentWithoutAnOrder() {
        assertThat(desk.dispatch("o")).isEqualTo(new Handover.Unknown());
        assertThat(desk.deliver("o")).isEqualTo(new Handover.Unknown());
    }

    private void prepare(String id) {
        store.recipient("c", SOMEWHERE);
        planning.placed(List.of(placed(id, "c")));
    }
}

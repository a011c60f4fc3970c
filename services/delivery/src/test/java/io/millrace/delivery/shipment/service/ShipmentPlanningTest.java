package io.millrace.delivery.shipment.service;

import static io.millrace.delivery.shipment.service.News.confirmed;
import static io.millrace.delivery.shipment.service.News.erased;
import static io.millrace.delivery.shipment.service.News.registered;
import static io.millrace.delivery.shipment.service.ShipmentsInMemory.SOMEWHERE;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.contracts.delivery.ShipmentCancelled;
import io.millrace.contracts.delivery.ShipmentPrepared;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShipmentPlanningTest {

    private final ShipmentsInMemory store = new ShipmentsInMemory();
    private final ShipmentPlanning planning = new ShipmentPlanning(store);

    @Test
    void preparesAShipmentForAnOrderOfAKnownCustomer() {
        store.recipient("c", SOMEWHERE);

        planning.confirmed(List.of(confirmed("o", "c")));

        assertThat(store.shipment("o").status()).isEqualTo(ShipmentStatus.PREPARED);
        assertThat(store.shipment("o").version()).isEqualTo(1);
        assertThat(store.lines("o"))
                .containsExactly(new PackingLine("85123A", "WHITE HANGING HEART T-LIGHT HOLDER", 6));
        assertThat(store.caused).singleElement().satisfies(caused -> {
            assertThat(caused.change().event()).isEqualTo(new ShipmentPrepared("o", "o", "c"));
            assertThat(caused.cause().id()).isEqualTo("OrderConfirmed o");
        });
    }

    @Test
    void letsAnOrderWaitForItsCustomer() {
        planning.confirmed(List.of(confirmed("o", "c")));

        assertThat(store.shipment("o").status()).isEqualTo(ShipmentStatus.WAITING);
        assertThat(store.shipment("o").version()).isZero();
        assertThat(store.caused).isEmpty();
    }

    @Test
    void preparesWhatWaitedWhenTheCustomerArrives() {
        planning.confirmed(List.of(confirmed("o-1", "c"), confirmed("o-2", "c"), confirmed("o-3", "other")));

        planning.registered(List.of(registered("c")));

        assertThat(store.caused)
                .extracting(caused -> caused.change().event())
                .containsExactly(new ShipmentPrepared("o-1", "o-1", "c"), new ShipmentPrepared("o-2", "o-2", "c"));
        assertThat(store.caused).extracting(caused -> caused.cause().id()).containsOnly("CustomerRegistered c");
        assertThat(store.shipment("o-3").status()).isEqualTo(ShipmentStatus.WAITING);
    }

    @Test
    void makesOneShipmentOfAnOrderThatIsHeardTwice() {
        store.recipient("c", SOMEWHERE);
        planning.confirmed(List.of(confirmed("o", "c"), confirmed("o", "c")));

        planning.confirmed(List.of(confirmed("o", "c")));

        assertThat(store.caused).hasSize(1);
        assertThat(store.lines("o")).hasSize(1);
    }

    @Test
    void callsOffTheShipmentOfAnErasedCustomer() {
        store.recipient("c", new Addressee.Erased());

        planning.confirmed(List.of(confirmed("o", "c")));

        assertThat(store.shipment("o").status()).isEqualTo(ShipmentStatus.CANCELLED);
        assertThat(store.caused)
                .last()
                .satisfies(
                        change -> assertThat(change.change().event()).isEqualTo(new ShipmentCancelled("o", "o", "c")));
    }

    @Test
    void callsOffWhatIsInTheHouseWhenItsCustomerIsErased() {
        store.recipient("c", SOMEWHERE);
        planning.confirmed(List.of(confirmed("prepared", "c"), confirmed("waiting", "d")));

        planning.erased(List.of(erased("c"), erased("d")));

        assertThat(store.shipment("prepared").status()).isEqualTo(ShipmentStatus.CANCELLED);
        assertThat(store.shipment("waiting").status()).isEqualTo(ShipmentStatus.CANCELLED);
    }

    @Test
    void forgetsWhereAShipmentWasSentWhenItsCustomerIsErased() {
        store.recipient("c", SOMEWHERE);
        planning.confirmed(List.of(confirmed("o", "c")));
        new ShipmentDesk(store).dispatch("o");

        planning.erased(List.of(erased("c")));

        assertThat(store.find("o").orElseThrow().addressee()).isEqualTo(new Addressee.Erased());
        assertThat(store.shipment("o").status()).isEqualTo(ShipmentStatus.DISPATCHED);
    }
}

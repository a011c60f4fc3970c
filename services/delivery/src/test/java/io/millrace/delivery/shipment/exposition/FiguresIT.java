package io.millrace.delivery.shipment.exposition;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.testkit.MillraceTest;
import io.millrace.testkit.events.Events;
import io.millrace.testkit.rest.Rest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Under another name it is another service: it says the same in a stream of its own. */
@MillraceTest(service = "courier")
class FiguresIT {

    @Inject
    Rest rest;

    @Inject
    Shop shop;

    @Inject
    Events events;

    @Test
    void countsWhatIsNotCancelledAndApartWhatCameBack() {
        assertThat(rest.get("/shipment-figures").text())
                .isEqualTo("{\"orders\":0,\"lines\":0,\"customers\":0,\"returned\":0}");
        shop.register("c-1");
        shop.confirm("o-1", "c-1");
        shop.confirm("o-2", "c-1");
        shop.confirm("o-3", "c-2");
        shop.confirm("o-4", "c-3");
        shop.confirm("o-5", "c-1");
        shop.confirm("o-6", "c-1");
        shop.callOff("o-4");
        shop.callOff("o-unheard");

        shop.await("o-4", "CANCELLED");
        shop.await("o-unheard", "CANCELLED");
        List.of("o-1", "o-5", "o-6").forEach(id -> shop.await(id, "PREPARED"));
        List.of("o-5", "o-6").forEach(id -> rest.post("/shipments/" + id + "/dispatch"));
        rest.post("/shipments/o-6/return");

        assertThat(rest.get("/shipment-figures").text())
                .isEqualTo("{\"orders\":4,\"lines\":8,\"customers\":2,\"returned\":1}");
        Shop.eventually(() -> events.all("courier").stream()
                .anyMatch(event -> event.subject().equals("evt.courier.shipment.o-1.prepared")));
    }
}

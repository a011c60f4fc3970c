package io.millrace.delivery.shipment.exposition;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.testkit.MillraceTest;
import io.millrace.testkit.events.Events;
import io.millrace.testkit.rest.Rest;
import jakarta.inject.Inject;
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
    void countsWhatIsNotCancelled() {
        assertThat(rest.get("/shipment-figures").text())
                .isEqualTo("{\"orders\":0,\"lines\":0,\"revenue\":[],\"customers\":0}");
        shop.register("c-1");
        shop.place("o-1", "c-1");
        shop.place("o-2", "c-1");
        shop.place("o-3", "c-2");
        shop.place("o-4", "c-3");
        shop.cancel("o-4", "c-3");

        shop.await("o-4", "CANCELLED");
        shop.await("o-1", "PREPARED");

        assertThat(rest.get("/shipment-figures").text())
                .isEqualTo("{\"orders\":3,\"lines\":6,\"revenue\":[{\"amount\":\"106.50\",\"currency\":\"GBP\"}],"
                        + "\"customers\":2}");
        Shop.eventually(() -> events.all("courier").stream()
                .anyMatch(event -> event.subject().equals("evt.courier.shipment.o-1.prepared")));
    }
}

package io.millrace.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.testkit.asyncapi.AsyncApiSchema;
import org.junit.jupiter.api.Test;

/** What the build has found in the code of this service. */
class EventsDocumentTest {

    private final JsonNode document = AsyncApiSchema.documentOfTheService();

    @Test
    void isAsyncApi() {
        assertThat(AsyncApiSchema.problems(document)).isEmpty();
    }

    @Test
    void sendsProductsAndReservationsAndTakesWhatOrdersAskAndParcelsDo() {
        assertThat(document.path("operations").propertyStream().map(operation -> operation.getKey()))
                .containsExactly(
                        "send.inventory.product.listed",
                        "send.inventory.product.repriced",
                        "send.inventory.product.restocked",
                        "send.inventory.reservation.fulfilled",
                        "send.inventory.reservation.held",
                        "send.inventory.reservation.rejected",
                        "send.inventory.reservation.released",
                        "send.inventory.reservation.returned",
                        "receive.inventory-delivery.delivery.shipment.dispatched-1.0",
                        "receive.inventory-delivery.delivery.shipment.returned-1.0",
                        "receive.inventory-orders.orders.fulfilment.stock_release_requested-1.0",
                        "receive.inventory-orders.orders.fulfilment.stock_requested-1.0");
    }

    @Test
    void doesNotReadWhoseParcelItIs() {
        assertThat(document.at(
                        "/operations/receive.inventory-delivery.delivery.shipment.dispatched-1.0/x-millrace-reads"))
                .extracting(JsonNode::asText)
                .containsExactly("orderId");
    }
}

package io.millrace.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.testkit.asyncapi.AsyncApiSchema;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the build has found in the code of this service. */
class EventsDocumentTest {

    private final JsonNode document = AsyncApiSchema.documentOfTheService();

    @Test
    void isAsyncApi() {
        assertThat(AsyncApiSchema.problems(document)).isEmpty();
    }

    @Test
    void sendsOrdersAndWhatTheirFulfilmentAsksFor() {
        assertThat(operations("send."))
                .contains("send.orders.order.placed", "send.orders.order.confirmed", "send.orders.order.returned")
                .contains("send.orders.fulfilment.stock_requested", "send.orders.fulfilment.refund_requested")
                .hasSize(14);
    }

    @Test
    void takesCustomersProductsAndAnswers() {
        assertThat(operations("receive."))
                .contains(
                        "receive.orders-customers.customers.customer.registered-2.0",
                        "receive.orders-inventory.inventory.product.listed-1.0",
                        "receive.orders-inventory.inventory.reservation.held-1.0",
                        "receive.orders-billing.billing.payment.captured-1.0",
                        "receive.orders-delivery.delivery.shipment.dispatched-1.0");
    }

    private List<String> operations(String prefix) {
        return document.path("operations")
                .propertyStream()
                .map(Map.Entry::getKey)
                .filter(name -> name.startsWith(prefix))
                .toList();
    }

    @Test
    void doesNotReadWhereCustomersLive() {
        assertThat(document.at(
                        "/operations/receive.orders-customers.customers.customer.registered-2.0/x-millrace-reads"))
                .extracting(JsonNode::asText)
                .containsExactly("customerId", "familyName", "givenName");
    }
}

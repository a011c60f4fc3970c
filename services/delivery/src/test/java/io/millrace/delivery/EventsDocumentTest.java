package io.millrace.delivery;

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
    void readsWhereCustomersLive() {
        JsonNode registered =
                document.path("operations").path("receive.delivery-customers.customers.customer.registered-2.0");

        assertThat(registered.path("x-millrace-reads"))
                .extracting(JsonNode::asText)
                .contains("givenName", "address", "address.country");
        assertThat(registered.at("/x-nats-delivery/ackPolicy").asText()).isEqualTo("all");
    }

    @Test
    void readsWhatToSendAndWhatNotTo() {
        assertThat(document.at("/operations/receive.delivery-orders.orders.order.confirmed-1.0/x-millrace-reads"))
                .extracting(JsonNode::asText)
                .contains("orderId", "customerId", "items[].sku", "items[].quantity");
        assertThat(document.at("/operations/receive.delivery-orders.orders.fulfilment.shipment_cancel_requested-1.0"
                        + "/x-millrace-reads"))
                .extracting(JsonNode::asText)
                .containsExactly("orderId");
    }

    @Test
    void hearsOfNoOrderThatIsNotConfirmed() {
        assertThat(document.path("operations").fieldNames())
                .toIterable()
                .filteredOn(name -> name.startsWith("receive.delivery-orders."))
                .hasSize(2);
    }

    @Test
    void saysWhatBecomesOfAShipment() {
        assertThat(document.path("operations").fieldNames())
                .toIterable()
                .anyMatch(name -> name.contains("delivery.shipment.cancellation_refused"))
                .anyMatch(name -> name.contains("delivery.shipment.returned"));
    }
}

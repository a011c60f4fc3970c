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
    void doesNotReadWhatALineCosts() {
        assertThat(document.at("/operations/receive.delivery-orders.orders.order.placed-1.1/x-millrace-reads"))
                .extracting(JsonNode::asText)
                .contains("lines[].quantity", "total.amount")
                .doesNotContain("lines[].unitPrice");
    }
}

package io.millrace.orders;

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
    void sendsOrdersAndTakesCustomers() {
        assertThat(document.path("operations").propertyStream().map(operation -> operation.getKey()))
                .containsExactly(
                        "send.orders.order.cancelled",
                        "send.orders.order.placed",
                        "receive.orders-customers.customers.customer.erased-1.0",
                        "receive.orders-customers.customers.customer.registered-2.0",
                        "receive.orders-customers.customers.customer.renamed-1.0");
    }

    @Test
    void doesNotReadWhereCustomersLive() {
        assertThat(document.at(
                        "/operations/receive.orders-customers.customers.customer.registered-2.0/x-millrace-reads"))
                .extracting(JsonNode::asText)
                .containsExactly("customerId", "familyName", "givenName");
    }
}

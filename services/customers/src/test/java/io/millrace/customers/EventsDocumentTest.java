package io.millrace.customers;

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
    void sendsEveryEventOfCustomersAndTakesNone() {
        assertThat(document.path("operations").propertyStream().map(operation -> operation.getKey()))
                .containsExactly(
                        "send.customers.customer.address_changed",
                        "send.customers.customer.erased",
                        "send.customers.customer.registered",
                        "send.customers.customer.renamed");
    }
}

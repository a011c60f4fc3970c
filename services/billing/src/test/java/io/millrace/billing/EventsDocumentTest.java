package io.millrace.billing;

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
    void readsWhatToTakeAndFromWhichCard() {
        assertThat(document.at(
                        "/operations/receive.billing-orders.orders.fulfilment.payment_requested-1.0/x-millrace-reads"))
                .extracting(JsonNode::asText)
                .contains("orderId", "amount", "cardToken")
                .doesNotContain("customerId");
    }

    @Test
    void hearsWhatItHasSaidItself() {
        assertThat(document.path("operations").properties())
                .extracting(operation -> operation.getKey())
                .contains("receive.billing-billing.billing.payment.captured-1.0");
    }

    @Test
    void saysWhatBecameOfAPayment() {
        assertThat(document.path("operations").properties())
                .extracting(operation -> operation.getKey())
                .contains(
                        "send.billing.payment.captured",
                        "send.billing.payment.declined",
                        "send.billing.payment.refunded",
                        "send.billing.payment.voided");
    }
}

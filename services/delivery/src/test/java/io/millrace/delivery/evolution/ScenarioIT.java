package io.millrace.delivery.evolution;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.testkit.MillraceTest;
import io.millrace.testkit.events.Scenario;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** A test in the words of the test kit: given these events, when this request, then these events. */
@MillraceTest(service = "delivery")
class ScenarioIT {

    private static final String CUSTOMER = """
            {"customerId":"sc-1","name":"Ada","address":{"country":"United Kingdom"}}""";
    private static final String ORDER = """
            {"orderId":"sc-o","customerId":"sc-1","items":[{"sku":"71053","description":"LANTERN","quantity":2}]}""";

    @Inject
    Scenario scenario;

    @Test
    void anOrderOfAKnownCustomerIsPreparedAndSentAndComesBack() {
        scenario.given("customers.customer.registered", "sc-1", CUSTOMER)
                .given("orders.order.confirmed", "sc-o", ORDER)
                .whenHandled()
                .then("delivery.shipment.prepared", "sc-o");

        scenario.when(rest -> rest.post("/shipments/sc-o/dispatch"))
                .answers(200)
                .then("delivery.shipment.dispatched", "sc-o", event -> event.atVersion(2));

        scenario.given("orders.fulfilment.shipment_cancel_requested", "sc-o", "{\"orderId\":\"sc-o\"}")
                .when(rest -> rest.post("/shipments/sc-o/return"))
                .answers(200)
                .then("delivery.shipment.cancellation_refused", "sc-o", event -> event.atVersion(3))
                .then("delivery.shipment.returned", "sc-o", event -> event.atVersion(4));
    }

    @Test
    void anAnswerThatIsNotTheExpectedOneIsShown() {
        assertThatThrownBy(() -> scenario.when(rest -> rest.post("/shipments/nobody/dispatch"))
                        .answers(200))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("404");
    }
}

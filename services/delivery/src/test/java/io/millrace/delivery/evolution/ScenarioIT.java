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
            {"orderId":"sc-o","customerId":"sc-1","lines":[{"sku":"71053","description":"LANTERN","quantity":2,
              "unitPrice":{"amount":"10.10","currency":"GBP"}}],"total":{"amount":"20.20","currency":"GBP"}}""";

    @Inject
    Scenario scenario;

    @Test
    void anOrderOfAKnownCustomerIsPreparedAndSent() {
        scenario.given("customers.customer.registered", "sc-1", CUSTOMER)
                .given("orders.order.placed", "sc-o", ORDER)
                .whenHandled()
                .then("delivery.shipment.prepared", "sc-o");

        scenario.when(rest -> rest.post("/shipments/sc-o/dispatch"))
                .answers(200)
                .then("delivery.shipment.dispatched", "sc-o", event -> event.atVersion(2));
    }

    @Test
    void anAnswerThatIsNotTheExpectedOneIsShown() {
        assertThatThrownBy(() -> scenario.when(rest -> rest.post("/shipments/nobody/dispatch"))
                        .answers(200))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("404");
    }
}

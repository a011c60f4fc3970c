package io.millrace.orders.order.exposition;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.testkit.MillraceTest;
import io.millrace.testkit.rest.Rest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@MillraceTest
class FiguresIT {

    @Inject
    Rest rest;

    @Inject
    Customers customers;

    @Test
    void countsWhatIsPlacedAndNotCancelled() {
        assertThat(figures()).isEqualTo("{\"orders\":0,\"lines\":0,\"revenue\":[],\"customers\":0}");
        customers.register("ada");
        customers.register("bob");
        customers.register("eve");

        place("1", "ada", line("2.55", "GBP"), line("0.0001", "GBP"));
        place("2", "ada", line("1", "EUR"));
        place("3", "bob", line("0.1", "GBP"));
        place("4", "eve", line("9", "USD"));
        rest.post("/orders/4/cancellation", "{\"reason\":\"changed my mind\"}");

        assertThat(figures()).isEqualTo("""
                {"orders":3,"lines":4,"revenue":[{"amount":"1.00","currency":"EUR"},\
                {"amount":"2.6501","currency":"GBP"}],"customers":2}""");
    }

    private void place(String id, String customer, String... lines) {
        String body = "{\"customerId\":\"%s\",\"lines\":[%s]}".formatted(customer, String.join(",", lines));
        assertThat(rest.put("/orders/" + id, body).status()).isEqualTo(201);
    }

    private static String line(String amount, String currency) {
        return """
                {"sku":"A","description":"","quantity":1,"unitPrice":{"amount":"%s","currency":"%s"}}""".formatted(amount, currency);
    }

    private String figures() {
        return rest.get("/order-figures").text();
    }
}

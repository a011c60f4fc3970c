package io.millrace.orders.order.exposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.testkit.MillraceTest;
import io.millrace.testkit.rest.Rest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@MillraceTest
class FiguresIT {

    @Inject
    Rest rest;

    @Inject
    Shop shop;

    @Test
    void countsWhatIsPlacedAndNotCancelled() {
        assertThat(figures()).isEqualTo("{\"orders\":0,\"lines\":0,\"revenue\":[],\"customers\":0}");
        shop.register("ada");
        shop.register("bob");
        shop.register("eve");

        shop.list("A", "1.00", "GBP");
        shop.list("B", "1.00", "EUR");
        shop.list("C", "1.00", "USD");

        place("1", "ada", line("A", "2.55", "GBP"), line("A", "0.0061", "GBP"));
        place("2", "ada", line("B", "1", "EUR"));
        place("3", "bob", line("A", "0.1", "GBP"));
        place("4", "eve", line("C", "9", "USD"));
        rest.post("/orders/4/cancellation", "{\"reason\":\"changed my mind\"}");
        shop.releases("4");

        await().untilAsserted(() -> assertThat(figures()).isEqualTo("""
                {"orders":3,"lines":4,"revenue":[{"amount":"1.00","currency":"EUR"},\
                {"amount":"2.66","currency":"GBP"}],"customers":2}"""));
    }

    private void place(String id, String customer, String... lines) {
        String body = "{\"customerId\":\"%s\",\"cardToken\":\"tok\",\"lines\":[%s]}"
                .formatted(customer, String.join(",", lines));
        assertThat(rest.put("/orders/" + id, body).status()).isEqualTo(202);
    }

    private static String line(String sku, String amount, String currency) {
        return """
                {"sku":"%s","quantity":1,"unitPrice":{"amount":"%s","currency":"%s"}}""".formatted(sku, amount, currency);
    }

    private String figures() {
        return rest.get("/order-figures").text();
    }
}

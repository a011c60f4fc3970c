package io.millrace.orders.order.exposition;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.testkit.MillraceTest;
import io.millrace.testkit.events.Events;
import io.millrace.testkit.events.SeenEvent;
import io.millrace.testkit.rest.Answer;
import io.millrace.testkit.rest.Rest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MillraceTest
class OrdersIT {

    private static final String LINE = """
            {"sku":"85123A","description":"HEART","quantity":6,"unitPrice":{"amount":"2.55","currency":"GBP"}}""";
    private static final String REASON = "{\"reason\":\"ordered twice\"}";

    @Inject
    Rest rest;

    @Inject
    Customers customers;

    @Inject
    Events events;

    @BeforeEach
    void adaIsKnown() {
        customers.register("ada");
    }

    @Test
    void placesUnderTheIdThatTheCallerChose() {
        Answer answer = rest.put("/orders/new", order("ada", LINE), "X-Correlation-Id", "flow-1");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(answer.header("Location")).isEqualTo("/orders/new");
        assertThat(answer.text())
                .isEqualTo("{\"id\":\"new\",\"customerId\":\"ada\",\"status\":\"PLACED\",\"lines\":[" + LINE
                        + "],\"total\":{\"amount\":\"15.30\",\"currency\":\"GBP\"},\"version\":1}");
        assertThat(rest.get("/orders/new").text()).isEqualTo(answer.text());
        assertThat(rest.get("/orders/new").header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void tellsOthersWhatHappenedAndWhy() {
        rest.put("/orders/told", order("ada", LINE), "X-Correlation-Id", "flow-2");
        rest.post("/orders/told/cancellation", REASON);

        SeenEvent placed =
                events.expect("orders.order.placed").forAggregate("told").await();
        SeenEvent cancelled =
                events.expect("orders.order.cancelled").forAggregate("told").await();

        assertThat(placed.subject()).isEqualTo("evt.orders.order.told.placed");
        assertThat(placed.envelope().sequence()).isEqualTo(1);
        assertThat(placed.envelope().correlationId()).isEqualTo("flow-2");
        assertThat(placed.body().get("lines").size()).isEqualTo(1);
        assertThat(placed.body().get("total").get("amount").getStringValue()).isEqualTo("15.30");
        assertThat(cancelled.envelope().sequence()).isEqualTo(2);
        assertThat(cancelled.body().get("customerId").getStringValue()).isEqualTo("ada");
        assertThat(cancelled.body().get("reason").getStringValue()).isEqualTo("ordered twice");
    }

    @Test
    void takesARepeatedOrderForWhatItIs() {
        rest.put("/orders/again", order("ada", line("2.5")));

        Answer again = rest.put("/orders/again", order("ada", line("2.50")));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("ETag")).isEqualTo("\"1\"");
        assertThat(rest.put("/orders/again", order("ada", line("2.51"))).status())
                .isEqualTo(409);
        assertThat(typesOf("again")).containsExactly("orders.order.placed");
    }

    @Test
    void keepsTheOrderOfLines() {
        String body = order("ada", line("3"), line("1"), line("2"));

        assertThat(rest.put("/orders/lines", body).status()).isEqualTo(201);

        assertThat(rest.get("/orders/lines").text())
                .containsSubsequence("\"3.00\"", "\"1.00\"", "\"2.00\"", "\"6.00\"");
        assertThat(rest.put("/orders/lines", body).status()).isEqualTo(200);
    }

    @Test
    void takesAThousandLinesAndTheHighestQuantity() {
        String[] lines = Stream.generate(() -> LINE.replace(":6,", ":2147483647,"))
                .limit(1000)
                .toArray(String[]::new);

        Answer answer = rest.put("/orders/large", order("ada", lines));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().get("total").get("amount").getStringValue()).isEqualTo("5476083299850.00");
        assertThat(events.expect("orders.order.placed")
                        .forAggregate("large")
                        .await()
                        .body()
                        .get("lines")
                        .size())
                .isEqualTo(1000);
    }

    @Test
    void cancelsOnce() {
        rest.put("/orders/off", order("ada", LINE));

        Answer cancelled = rest.post("/orders/off/cancellation", REASON, "If-Match", "\"1\"");
        Answer again = rest.post("/orders/off/cancellation", "{\"reason\":\"other\"}");

        assertThat(cancelled.status()).isEqualTo(200);
        assertThat(cancelled.header("ETag")).isEqualTo("\"2\"");
        assertThat(cancelled.text()).contains("\"status\":\"CANCELLED\"");
        assertThat(again.text()).isEqualTo(cancelled.text());
        assertThat(rest.put("/orders/off", order("ada", LINE)).text()).isEqualTo(cancelled.text());
        assertThat(rest.post("/orders/off/cancellation", REASON, "If-Match", "\"3\"")
                        .status())
                .isEqualTo(412);
        events.expect("orders.order.cancelled").forAggregate("off").await();
        assertThat(typesOf("off")).containsExactly("orders.order.placed", "orders.order.cancelled");
    }

    @Test
    void listsACustomersOrdersInPages() {
        customers.register("bob");
        List.of("bob-3", "bob-1", "bob-2").forEach(id -> rest.put("/orders/" + id, order("bob", LINE)));
        rest.put("/orders/bob-0", order("ada", LINE));

        Answer first = rest.get("/orders?customerId=bob&limit=2");
        Answer last = rest.get("/orders?customerId=bob&limit=2&cursor="
                + first.body().get("next").getStringValue());

        assertThat(idsOf(first)).containsExactly("bob-1", "bob-2");
        assertThat(idsOf(last)).containsExactly("bob-3");
        assertThat(last.body().get("next")).isNull();
        assertThat(first.text()).contains("""
                {"id":"bob-1","customerId":"bob","status":"PLACED","lineCount":1,\
                "total":{"amount":"15.30","currency":"GBP"},"version":1}""");
        assertThat(idsOf(rest.get("/orders?limit=200")))
                .contains("bob-0", "bob-1")
                .isSorted();
        assertThat(rest.get("/orders?customerId=nobody").text()).isEqualTo("{\"items\":[]}");
    }

    @Test
    void showsItsApi() {
        String document = rest.get("/api/openapi.yml").text();

        assertThat(document).contains("title: Orders", "/orders/{id}/cancellation", "/order-figures");
    }

    private static String line(String amount) {
        return LINE.replace(":6,", ":1,").replace("2.55", amount);
    }

    private static String order(String customerId, String... lines) {
        return "{\"customerId\":\"%s\",\"lines\":[%s]}".formatted(customerId, String.join(",", lines));
    }

    private static List<String> idsOf(Answer page) {
        List<String> ids = new ArrayList<>();
        page.body().get("items").values().forEach(item -> ids.add(item.get("id").getStringValue()));
        return ids;
    }

    private List<String> typesOf(String id) {
        events.expect("orders.order.placed").forAggregate(id).await();
        return events.all("orders").stream()
                .filter(event -> event.envelope().subject().equals(id))
                .map(event -> event.envelope().type())
                .toList();
    }
}

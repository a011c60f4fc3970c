package io.millrace.orders.order.exposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
    Shop shop;

    @Inject
    Events events;

    @BeforeEach
    void adaIsKnown() {
        shop.register("ada");
        shop.list("85123A", "2.55", "GBP");
    }

    @Test
    void placesUnderTheIdThatTheCallerChose() {
        Answer answer = rest.put("/orders/new", order("ada", LINE), "X-Correlation-Id", "flow-1");

        assertThat(answer.status()).isEqualTo(202);
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
        shop.releases("told");

        SeenEvent placed =
                events.expect("orders.order.placed").forAggregate("told").await();
        SeenEvent cancelled =
                events.expect("orders.order.cancelled").forAggregate("told").await();

        assertThat(placed.subject()).isEqualTo("evt.orders.order.told.placed");
        assertThat(placed.envelope().sequence()).isEqualTo(1);
        assertThat(placed.envelope().correlationId()).isEqualTo("flow-2");
        assertThat(placed.body().get("lines").size()).isEqualTo(1);
        assertThat(placed.body().get("total").get("amount").getStringValue()).isEqualTo("15.30");
        assertThat(cancelled.envelope().sequence()).isEqualTo(3);
        assertThat(cancelled.body().get("customerId").getStringValue()).isEqualTo("ada");
        assertThat(cancelled.body().get("reason").getStringValue()).isEqualTo("ordered twice");
    }

    @Test
    void takesTheProductsPriceAndWordsWhereNoneAreAgreed() {
        shop.list("CHEAP", "0.10", "GBP");
        String body = order("ada", "{\"sku\":\"CHEAP\",\"quantity\":3}");

        Answer placed = rest.put("/orders/priced", body);

        assertThat(placed.status()).as(placed.text()).isEqualTo(202);
        assertThat(placed.text())
                .contains("\"description\":\"HEART\"", "\"total\":{\"amount\":\"0.30\",\"currency\":\"GBP\"}");

        shop.reprice("CHEAP", "0.20", "GBP");
        assertThat(rest.put("/orders/priced", body).status()).isEqualTo(200);
        assertThat(rest.put("/orders/dearer", body).text()).contains("\"0.60\"");
    }

    @Test
    void answersARequestWithAKeyOnceAndForAll() {
        String body = order("ada", LINE);
        Answer first = rest.post("/orders", body, "Idempotency-Key", "key-1");
        Answer again = rest.post("/orders", body, "Idempotency-Key", "key-1");

        assertThat(first.status()).as(first.text()).isEqualTo(202);
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(rest.post("/orders", order("ada", line("9")), "Idempotency-Key", "key-1")
                        .status())
                .isEqualTo(422);
        assertThat(typesOf(first.body().get("id").getStringValue()))
                .containsExactly("orders.order.placed", "orders.fulfilment.stock_requested");
        assertThat(rest.post("/orders", body, "Idempotency-Key", "key-2").text())
                .isNotEqualTo(first.text());
    }

    @Test
    void takesARepeatedOrderForWhatItIs() {
        rest.put("/orders/again", order("ada", line("2.5")));

        Answer again = rest.put("/orders/again", order("ada", line("2.50")));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("ETag")).isEqualTo("\"1\"");
        assertThat(rest.put("/orders/again", order("ada", line("2.51"))).status())
                .isEqualTo(409);
        assertThat(typesOf("again")).containsExactly("orders.order.placed", "orders.fulfilment.stock_requested");
    }

    @Test
    void keepsTheOrderOfLines() {
        String body = order("ada", line("3"), line("1"), line("2"));

        assertThat(rest.put("/orders/lines", body).status()).isEqualTo(202);

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

        assertThat(answer.status()).isEqualTo(202);
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
    void cancelsOnceWhatWasBegunIsUndone() {
        rest.put("/orders/off", order("ada", LINE));

        Answer cancelling = rest.post("/orders/off/cancellation", REASON, "If-Match", "\"1\"");
        Answer again = rest.post("/orders/off/cancellation", "{\"reason\":\"other\"}");

        assertThat(cancelling.status()).as(cancelling.text()).isEqualTo(202);
        assertThat(cancelling.header("Location")).isEqualTo("/orders/off");
        assertThat(cancelling.header("ETag")).isEqualTo("\"2\"");
        assertThat(cancelling.text()).contains("\"status\":\"CANCELLING\"", "\"detail\":\"ordered twice\"");
        assertThat(again.text()).isEqualTo(cancelling.text());

        shop.releases("off");
        events.expect("orders.order.cancelled").forAggregate("off").await();

        Answer cancelled = rest.post("/orders/off/cancellation", REASON, "If-Match", "\"1\"");
        assertThat(cancelled.status()).isEqualTo(200);
        assertThat(cancelled.text()).contains("\"status\":\"CANCELLED\"", "\"version\":3");
        assertThat(rest.put("/orders/off", order("ada", LINE)).text()).isEqualTo(cancelled.text());
        assertThat(rest.post("/orders/off/cancellation", REASON, "If-Match", "\"4\"")
                        .status())
                .isEqualTo(412);
        assertThat(typesOf("off"))
                .containsExactly(
                        "orders.order.placed",
                        "orders.fulfilment.stock_requested",
                        "orders.order.cancellation_requested",
                        "orders.fulfilment.stock_release_requested",
                        "orders.order.cancelled");
    }

    @Test
    void listsWhatStandsThere() {
        rest.put("/orders/listed-off", order("ada", LINE));
        rest.put("/orders/listed-on", order("ada", LINE));
        rest.post("/orders/listed-off/cancellation", REASON);

        await().untilAsserted(() -> assertThat(ids("status=CANCELLING")).contains("listed-off"));
        await().untilAsserted(
                        () -> assertThat(ids("status=PLACED&customerId=ada")).contains("listed-on"));
        assertThat(ids("status=PLACED")).doesNotContain("listed-off");
        assertThat(ids("status=CANCELLING&customerId=ada")).doesNotContain("listed-on");
        assertThat(ids("status=PLACED&customerId=nobody")).isEmpty();
        assertThat(rest.get("/orders?status=LOST").status()).isEqualTo(400);
    }

    private List<String> ids(String query) {
        List<String> ids = new ArrayList<>();
        rest.get("/orders?limit=200&" + query)
                .body()
                .get("items")
                .values()
                .forEach(order -> ids.add(order.get("id").getStringValue()));
        return ids;
    }

    @Test
    void showsAnOrderAsItWasAndWhatHappenedToIt() {
        rest.put("/orders/past", order("ada", LINE));
        rest.post("/orders/past/cancellation", REASON);

        assertThat(rest.get("/orders/past?version=1").text()).contains("\"status\":\"PLACED\"", "\"version\":1");
        assertThat(rest.get("/orders/past?at=2000-01-01T00:00:00Z").status()).isEqualTo(404);
        assertThat(rest.get("/orders/past?at=2999-01-01T00:00:00Z").text()).contains("\"version\":2");
        Answer first = rest.get("/orders/past/events?limit=1");
        assertThat(first.text()).contains("orders.order.placed").doesNotContain("cancellation_requested");
        assertThat(rest.get("/orders/past/events?limit=1&cursor="
                                + first.body().get("next").getStringValue())
                        .text())
                .contains("orders.order.cancellation_requested");
    }

    @Test
    void listsACustomersOrdersInPages() {
        shop.register("bob");
        List.of("bob-3", "bob-1", "bob-2").forEach(id -> rest.put("/orders/" + id, order("bob", LINE)));
        rest.put("/orders/bob-0", order("ada", LINE));

        await().until(() ->
                idsOf(rest.get("/orders?limit=200")).containsAll(List.of("bob-0", "bob-1", "bob-2", "bob-3")));
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
        return "{\"customerId\":\"%s\",\"cardToken\":\"tok\",\"lines\":[%s]}"
                .formatted(customerId, String.join(",", lines));
    }

    private static List<String> idsOf(Answer page) {
        List<String> ids = new ArrayList<>();
        page.body().get("items").values().forEach(item -> ids.add(item.get("id").getStringValue()));
        return ids;
    }

    private List<String> typesOf(String id) {
        events.expect("orders.fulfilment.stock_requested").forAggregate(id).await();
        return events.all("orders").stream()
                .filter(event -> event.envelope().subject().equals(id))
                .map(event -> event.envelope().type())
                .toList();
    }
}

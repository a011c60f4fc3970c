package io.millrace.inventory.product.exposition;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.testkit.MillraceTest;
import io.millrace.testkit.events.Events;
import io.millrace.testkit.events.SeenEvent;
import io.millrace.testkit.rest.Answer;
import io.millrace.testkit.rest.Rest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@MillraceTest
class ProductsIT {

    private static final String HEART = """
            {"description":"HEART","price":{"amount":"2.5","currency":"GBP"}}""";

    @Inject
    Rest rest;

    @Inject
    Events events;

    @Test
    void listsAProductWithoutPieces() {
        Answer answer = rest.put("/products/new", HEART, "X-Correlation-Id", "flow-1");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(answer.header("Location")).isEqualTo("/products/new");
        assertThat(answer.text()).isEqualTo("""
                {"sku":"new","description":"HEART","price":{"amount":"2.50","currency":"GBP"},\
                "received":0,"onHand":0,"held":0,"shipped":0,"returned":0,"version":1}""");
        assertThat(rest.get("/products/new").text()).isEqualTo(answer.text());
        assertThat(rest.put("/products/new", HEART).status()).isEqualTo(200);
        SeenEvent listed =
                events.expect("inventory.product.listed").forAggregate("new").await();
        assertThat(listed.subject()).isEqualTo("evt.inventory.product.new.listed");
        assertThat(listed.envelope().correlationId()).isEqualTo("flow-1");
    }

    @Test
    void givesASkuToOneProductOnlyAndSaysHowToReprice() {
        rest.put("/products/taken", HEART);

        Answer refused = rest.put("/products/taken", HEART.replace("2.5", "2.6"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().get("detail").getStringValue()).contains("PUT /products/taken/price");
        assertThat(rest.put("/products/taken", HEART.replace("HEART", "LANTERN"))
                        .status())
                .isEqualTo(409);
        assertThat(typesOf("taken")).containsExactly("listed 1");
    }

    @Test
    void repricesOnce() {
        rest.put("/products/dear", HEART);

        Answer repriced = rest.put("/products/dear/price", price("2.95"), "If-Match", "\"1\"");

        assertThat(repriced.status()).isEqualTo(200);
        assertThat(repriced.header("ETag")).isEqualTo("\"2\"");
        assertThat(repriced.text()).contains("\"amount\":\"2.95\"");
        assertThat(rest.put("/products/dear/price", price("2.950"), "If-Match", "\"1\"")
                        .text())
                .isEqualTo(repriced.text());
        assertThat(rest.put("/products/dear", HEART).text()).isEqualTo(repriced.text());
        assertThat(rest.put("/products/dear/price", price("3"), "If-Match", "\"1\"")
                        .status())
                .isEqualTo(412);
        events.expect("inventory.product.repriced").forAggregate("dear").await();
        assertThat(typesOf("dear")).containsExactly("listed 1", "repriced 2");
    }

    @Test
    void addsEachDeliveryOfGoodsOnce() {
        rest.put("/products/more", HEART);

        Answer first = rest.put("/products/more/restocks/note-1", quantity("10"));
        Answer again = rest.put("/products/more/restocks/note-1", quantity("10"));
        Answer other = rest.put("/products/more/restocks/note-2", quantity("2147483637"));

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text()).contains("\"received\":10,\"onHand\":10,");
        assertThat(other.text()).contains("\"received\":2147483647,");
        events.expect("inventory.product.restocked")
                .forAggregate("more")
                .atVersion(3)
                .await();
        assertThat(typesOf("more")).containsExactly("listed 1", "restocked 2", "restocked 3");
    }

    @Test
    void addsADeliveryOfGoodsOnceThoughManyReportItAtOnce() throws Exception {
        rest.put("/products/busy", HEART);

        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> calls = IntStream.range(0, 60)
                    .<Callable<Integer>>mapToObj(
                            i -> () -> rest.put("/products/busy/restocks/note-" + i % 20, quantity("5"))
                                    .status())
                    .toList();
            for (Future<Integer> status : callers.invokeAll(calls)) {
                statuses.add(status.get());
            }
        }

        assertThat(statuses).containsOnly(200, 201);
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(20);
        assertThat(rest.get("/products/busy").text()).contains("\"received\":100,\"onHand\":100,", "\"version\":21}");
        events.expect("inventory.product.restocked")
                .forAggregate("busy")
                .atVersion(21)
                .await();
        assertThat(typesOf("busy")).hasSize(21).doesNotHaveDuplicates();
    }

    @Test
    void listsInPages() {
        List.of("p-3", "p-1", "p-2").forEach(sku -> rest.put("/products/" + sku, HEART));

        Answer first = rest.get("/products?limit=2");
        Answer all = rest.get("/products?limit=200");

        assertThat(first.body().get("items").size()).isEqualTo(2);
        assertThat(first.body().get("next")).isNotNull();
        assertThat(all.text()).containsSubsequence("\"sku\":\"p-1\"", "\"sku\":\"p-2\"", "\"sku\":\"p-3\"");
        assertThat(all.body().get("next")).isNull();
    }

    @Test
    void showsItsApi() {
        assertThat(rest.get("/api/openapi.yml").text())
                .contains(
                        "title: Inventory",
                        "/products/{sku}/restocks/{restockId}",
                        "/reservations/{orderId}",
                        "/stock-figures");
    }

    private static String price(String amount) {
        return "{\"amount\":\"%s\",\"currency\":\"GBP\"}".formatted(amount);
    }

    private static String quantity(String quantity) {
        return "{\"quantity\":%s}".formatted(quantity);
    }

    private List<String> typesOf(String sku) {
        events.expect("inventory.product.listed").forAggregate(sku).await();
        return events.all("inventory").stream()
                .map(SeenEvent::envelope)
                .filter(envelope -> envelope.subject().equals(sku))
                .map(envelope -> envelope.type().replace("inventory.product.", "") + " " + envelope.sequence())
                .toList();
    }
}

package io.millrace.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.cli.rest.Answer;
import io.millrace.cli.rest.RestClient;
import io.millrace.cli.shop.PortPlan;
import io.millrace.cli.shop.ServiceSpec;
import io.millrace.cli.shop.Shop;
import io.millrace.cli.shop.StateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many who buy at once, and a payment provider that is away, seen only from outside. */
class BuyingIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(90);
    private static final int ORDERS = 1_000;
    private static final int CALLERS = 100;
    private static final int PIECES = 100;
    private static final int WAITING = 200;

    @TempDir
    Path folder;

    @Test
    void sellsWhatThereIsAndIsPaidForThat() throws Exception {
        try (Shop shop = Shop.in(new StateFolder(folder.resolve("shop")), PortPlan.free());
                RestClient rest = new RestClient(TIMEOUT)) {
            shop.startServers();
            shop.start(ServiceSpec.WITH_PROVIDER);
            Buying buying = new Buying(shop, rest);
            buying.register("ada");
            buying.list("HOT", PIECES);
            buying.list("PLENTY", ORDERS);
            buying.awaitKnown("HOT", "PLENTY");

            oneHundredOfAThousandGetOne(buying);
            paymentsWaitForTheProvider(shop, buying);
        }
    }

    private static void oneHundredOfAThousandGetOne(Buying buying) throws Exception {
        buying.placeAtOnce("hot-", ORDERS, "HOT");

        assertThat(buying.awaitDecided("hot-", ORDERS)).containsExactly(PIECES, ORDERS - PIECES);
        JsonNode stock = buying.product("HOT");
        assertThat(stock.path("onHand").asInt()).as(stock.toString()).isZero();
        assertThat(stock.path("held").asInt()).as(stock.toString()).isEqualTo(PIECES);
        assertThat(buying.captured()).isEqualTo("250.00");
    }

    /** Orders go on being placed, nobody waits for the provider, and payments flow again soon after it is back. */
    private static void paymentsWaitForTheProvider(Shop shop, Buying buying) throws Exception {
        Path threads = Path.of("/proc/" + shop.service("billing").pid() + "/task");
        long before = count(threads);
        shop.service("provider").kill();

        buying.placeAtOnce("unpaid-", WAITING, "PLENTY");
        await().atMost(TIMEOUT).until(() -> buying.gateway().path("waiting").asInt() == WAITING);
        await().atMost(TIMEOUT)
                .until(() -> buying.gateway().path("state").asText().equals("OPEN"));
        assertThat(count(threads)).as("threads of billing").isLessThan(before + 20);

        shop.start("provider");
        await("a payment after the provider's return")
                .atMost(Duration.ofSeconds(5))
                .until(() -> buying.gateway().path("waiting").asInt() < WAITING);
        assertThat(buying.awaitDecided("unpaid-", WAITING)).containsExactly(WAITING, 0);
        assertThat(buying.captured()).isEqualTo("750.00");
    }

    private static long count(Path files) throws IOException {
        try (Stream<Path> all = Files.list(files)) {
            return all.count();
        }
    }

    /** What people do, through REST. */
    private record Buying(Shop shop, RestClient rest) {

        void register(String id) throws IOException {
            ObjectNode customer = object().put("name", "Customer " + id);
            customer.putObject("address").put("city", "Millbrook").put("country", "United Kingdom");
            assertThat(rest.put(shop.urls().customer(id), customer).succeeded()).isTrue();
        }

        void list(String sku, int pieces) throws IOException {
            ObjectNode product = object().put("description", sku);
            product.putObject("price").put("amount", "2.50").put("currency", "GBP");
            assertThat(rest.put(shop.urls().product(sku), product).succeeded()).isTrue();
            ObjectNode restock = object().put("quantity", pieces);
            assertThat(rest.put(shop.urls().restock(sku, "first"), restock).succeeded())
                    .isTrue();
        }

        /** An order that nothing comes of says that orders has heard of customer and products. */
        void awaitKnown(String... skus) {
            for (String sku : skus) {
                await().atMost(TIMEOUT).until(() -> {
                    Answer answer = rest.put(shop.urls().order("probe-" + sku), order(sku, PIECES * ORDERS));
                    return answer.succeeded();
                });
            }
            awaitDecided("probe-", skus.length);
        }

        void placeAtOnce(String prefix, int count, String sku) throws Exception {
            try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
                List<Future<Answer>> answers = new ArrayList<>();
                IntStream.range(0, count)
                        .forEach(number -> answers.add(callers.submit(() -> place(prefix + number, sku))));
                for (Future<Answer> answer : answers) {
                    assertThat(answer.get().status()).as(answer.get().problem()).isEqualTo(202);
                }
            }
        }

        /** Whoever is told that all connections are in use, as happens in a rush, sends the order again. */
        private Answer place(String id, String sku) throws IOException {
            Answer answer;
            do {
                answer = rest.put(shop.urls().order(id), order(sku, 1));
            } while (answer.transientFailure());
            return answer;
        }

        /** Waits until each order of that prefix is confirmed or rejected; returns how many are. */
        List<Integer> awaitDecided(String prefix, int count) {
            return await().atMost(TIMEOUT)
                    .pollInterval(Duration.ofMillis(250))
                    .until(
                            () -> List.of(count(prefix, "CONFIRMED"), count(prefix, "REJECTED")),
                            counts -> counts.get(0) + counts.get(1) == count);
        }

        private int count(String prefix, String status) throws IOException {
            int found = 0;
            String cursor = "";
            while (cursor != null) {
                JsonNode page = rest.get(shop.urls().orders().resolve("/orders?limit=200" + cursor))
                        .body();
                for (JsonNode order : page.path("items")) {
                    boolean counts = order.path("id").asText().startsWith(prefix)
                            && order.path("status").asText().equals(status);
                    found += counts ? 1 : 0;
                }
                cursor = page.path("next").isTextual()
                        ? "&cursor=" + page.path("next").asText()
                        : null;
            }
            return found;
        }

        JsonNode product(String sku) throws IOException {
            return rest.get(shop.urls().product(sku)).body();
        }

        JsonNode gateway() throws IOException {
            return rest.get(shop.urls().billing().resolve("/payments/gateway")).body();
        }

        String captured() throws IOException {
            return rest.get(shop.urls().paymentFigures())
                    .body()
                    .at("/captured/0/amount")
                    .asText();
        }

        private static ObjectNode order(String sku, int pieces) {
            ObjectNode order = object().put("customerId", "ada").put("cardToken", "tok_approve");
            order.putArray("lines").addObject().put("sku", sku).put("quantity", pieces);
            return order;
        }

        private static ObjectNode object() {
            return JsonNodeFactory.instance.objectNode();
        }
    }
}

package io.millrace.inventory.reservation.exposition;

import static io.millrace.inventory.reservation.exposition.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.transaction.TransactionOperations;
import io.millrace.contracts.Envelope;
import io.millrace.testkit.MillraceTest;
import io.millrace.testkit.events.Events;
import io.millrace.testkit.events.SeenEvent;
import io.millrace.testkit.rest.Rest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Far more orders than pieces, while goods come in and parcels leave. */
@MillraceTest
class OversellIT {

    private static final int ORDERS = 1000;

    @Inject
    Rest rest;

    @Inject
    Shop shop;

    @Inject
    Events events;

    @Inject
    TransactionOperations<Connection> transactions;

    @Test
    void aHundredPiecesAreKeptForAHundredOfAThousandOrders() throws Exception {
        shop.list("hot", 50);
        shop.list("calm-a", 5000);
        shop.list("calm-z", 5000);
        shop.list("aside", 7);

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> goods = threads.submit(() -> IntStream.range(0, 50).forEach(i -> {
                shop.restock("hot", "hot-" + i, 1);
                shop.restock("calm-z", "calm-" + i, 1);
            }));
            Future<?> parcels =
                    threads.submit(() -> IntStream.range(0, ORDERS / 2).forEach(i -> shop.dispatch("o-" + i)));
            IntStream.range(0, ORDERS / 2).forEach(this::request);
            goods.get();
            IntStream.range(ORDERS / 2, ORDERS).forEach(this::request);
            parcels.get();
        }

        Map<String, List<String>> answers = awaitAnswers();
        assertThat(answers.getOrDefault("held", List.of())).hasSize(100);
        assertThat(answers.get("rejected")).hasSize(ORDERS - 100);
        Shop.eventually(() -> number("""
                SELECT count(*) FROM reservation
                WHERE status = 'HELD' AND order_id IN (SELECT 'o-' || n FROM generate_series(0, 499) AS n)""") == 0);
        long sent = number("SELECT count(*) FROM reservation WHERE status = 'FULFILLED'");
        assertThat(shop.stock("hot")).isEqualTo("0 %d %d 0".formatted(100 - sent, sent));
        assertThat(shop.stock("calm-a")).isEqualTo("4900 %d %d 0".formatted(100 - sent, sent));
        assertThat(shop.stock("calm-z")).isEqualTo("4950 %d %d 0".formatted(100 - sent, sent));
        assertThat(shop.stock("aside")).isEqualTo("7 0 0 0");
        assertThat(rest.get("/stock-figures").text()).isEqualTo("""
                {"products":4,"received":10157,"onHand":9857,"held":%d,"shipped":%d,"returned":0,"balanced":true}\
                """.formatted(3 * (100 - sent), 3 * sent));
        assertThat(number("SELECT count(*) FROM messaging.parked_event")).isZero();
        eachAggregateIsNumberedWithoutGaps();
    }

    /** Some name the hot product first, some last, so that two of them would lock products in other orders. */
    private void request(int order) {
        String hot = line("hot", 1);
        if (order % 2 == 0) {
            shop.request("o-" + order, hot, line("calm-a", 1), line("calm-z", 1));
        } else {
            shop.request("o-" + order, line("calm-z", 1), line("calm-a", 1), hot);
        }
    }

    private Map<String, List<String>> awaitAnswers() {
        Shop.eventually(() -> answers().values().stream().mapToInt(List::size).sum() == ORDERS);
        return answers();
    }

    private Map<String, List<String>> answers() {
        return envelopes().stream()
                .filter(envelope -> envelope.type().matches(".*reservation\\.(held|rejected)"))
                .collect(Collectors.groupingBy(
                        envelope -> envelope.type().replace("inventory.reservation.", ""),
                        Collectors.mapping(Envelope::subject, Collectors.toList())));
    }

    private void eachAggregateIsNumberedWithoutGaps() {
        envelopes().stream()
                .collect(Collectors.groupingBy(
                        Envelope::subject, Collectors.mapping(Envelope::sequence, Collectors.toList())))
                .forEach((id, versions) -> assertThat(versions)
                        .as(id)
                        .isEqualTo(LongStream.rangeClosed(1, versions.size())
                                .boxed()
                                .toList()));
    }

    private List<Envelope> envelopes() {
        return events.all("inventory").stream().map(SeenEvent::envelope).toList();
    }

    private long number(String query) {
        return transactions.executeRead(transaction -> {
            try (var statement = transaction.getConnection().createStatement();
                    var row = statement.executeQuery(query)) {
                row.next();
                return row.getLong(1);
            }
        });
    }
}

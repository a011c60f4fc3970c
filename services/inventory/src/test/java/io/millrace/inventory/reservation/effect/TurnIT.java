package io.millrace.inventory.reservation.effect;

import static io.millrace.inventory.reservation.service.News.dispatched;
import static io.millrace.inventory.reservation.service.News.pieces;
import static io.millrace.inventory.reservation.service.News.releaseRequested;
import static io.millrace.inventory.reservation.service.News.requested;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.transaction.TransactionOperations;
import io.millrace.contracts.Money;
import io.millrace.inventory.product.service.ProductDesk;
import io.millrace.inventory.product.service.Stock;
import io.millrace.inventory.reservation.service.ReservationKeeping;
import io.millrace.inventory.reservation.service.ReservationStatus;
import io.millrace.inventory.reservation.service.ReservationStore;
import io.millrace.testkit.MillraceTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Transactions side by side: two that handle events, and people who restock. */
@MillraceTest
class TurnIT {

    private static final Money PRICE = new Money("1", "GBP");

    @Inject
    TransactionOperations<Connection> transactions;

    @Inject
    ReservationKeeping keeping;

    @Inject
    ReservationStore store;

    @Inject
    ProductDesk products;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void stop() {
        threads.close();
    }

    @Test
    void theLastPieceIsKeptForOneOfTwoWhoAskAtOnce() {
        list("one", 1);
        HeldOpen first = new HeldOpen(() -> keeping.requested(List.of(requested("one-1", pieces("one", 1)))));
        var second = CompletableFuture.runAsync(
                () -> inTransaction(() -> keeping.requested(List.of(requested("one-2", pieces("one", 1))))), threads);
        Awaitility.await().until(this::somebodyWaits);
        first.commit();
        second.join();

        assertThat(status("one-1")).isEqualTo(ReservationStatus.HELD);
        assertThat(status("one-2")).isEqualTo(ReservationStatus.REJECTED);
        assertThat(stock("one")).isEqualTo(new Stock(1, 0, 1, 0, 0));
    }

    @Test
    void whoRestocksWaitsForWhoDecidesAndLosesNothing() {
        list("two", 1);
        HeldOpen order = new HeldOpen(() -> keeping.requested(List.of(requested("two-1", pieces("two", 1)))));
        var goods = CompletableFuture.runAsync(() -> products.restock("two", "more", 5), threads);
        Awaitility.await().until(this::somebodyWaits);
        order.commit();
        goods.join();

        assertThat(stock("two")).isEqualTo(new Stock(6, 5, 1, 0, 0));
    }

    @Test
    void whoRestocksOneProductDoesNotWaitForOrdersOfOthers() {
        list("hot", 1);
        list("calm", 1);
        HeldOpen order = new HeldOpen(() -> keeping.requested(List.of(requested("hot-1", pieces("hot", 1)))));

        assertThat(CompletableFuture.runAsync(() -> products.restock("calm", "more", 5), threads))
                .succeedsWithin(Duration.ofSeconds(3));
        order.commit();
    }

    /** Each transaction handles its batches one after the other, as the event loop does, in the other's order. */
    @Test
    void batchesOfBothStreamsAndRestocksInAnyOrderNeverBlockEachOther() {
        List<String> skus = IntStream.range(0, 10).mapToObj(i -> "d-" + i).toList();
        skus.forEach(sku -> list(sku, 1000));
        inTransaction(() -> skus.forEach(sku -> keeping.requested(IntStream.range(0, 20)
                .mapToObj(round -> requested("s-" + sku + round, pieces(sku, 1)))
                .toList())));
        for (int round = 0; round < 20; round++) {
            String suffix = "-" + round;
            String sent = Integer.toString(round);
            var orders = CompletableFuture.runAsync(
                    () -> inTransaction(() -> skus.forEach(sku -> {
                        keeping.requested(List.of(requested(sku + suffix, pieces(sku, 1))));
                        keeping.releaseRequested(List.of(releaseRequested(sku + suffix)));
                    })),
                    threads);
            var parcels = CompletableFuture.runAsync(
                    () -> inTransaction(() ->
                            skus.reversed().forEach(sku -> keeping.dispatched(List.of(dispatched("s-" + sku + sent))))),
                    threads);
            var goods = CompletableFuture.runAsync(
                    () -> skus.forEach(sku -> products.restock(sku, "more" + suffix, 1)), threads);
            CompletableFuture.allOf(orders, parcels, goods).join();
        }

        assertThat(skus).allMatch(sku -> stock(sku).equals(new Stock(1020, 1000, 0, 20, 0)));
    }

    @Test
    void aTurnNeedsATransaction() {
        assertThat(CompletableFuture.runAsync(store::takeTurn, threads)).failsWithin(Duration.ofSeconds(5));
    }

    private void list(String sku, int pieces) {
        products.list(sku, "d", PRICE);
        products.restock(sku, "first", pieces);
    }

    private Stock stock(String sku) {
        return products.find(sku).orElseThrow().stock();
    }

    private ReservationStatus status(String orderId) {
        return store.find(orderId).orElseThrow().status();
    }

    private void inTransaction(Runnable work) {
        transactions.executeWrite(_ -> {
            work.run();
            return null;
        });
    }

    private boolean somebodyWaits() {
        return transactions.executeRead(transaction -> {
            try (var select = transaction.getConnection().prepareStatement("""
                    SELECT 1 FROM pg_stat_activity
                    WHERE datname = current_database() AND wait_event_type = 'Lock'
                    """);
                    var row = select.executeQuery()) {
                return row.next();
            }
        });
    }

    /** A transaction that has done its work and is not committed yet. */
    private final class HeldOpen {

        private final CountDownLatch done = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);
        private final CompletableFuture<Void> transaction;

        HeldOpen(Runnable work) {
            transaction = CompletableFuture.runAsync(
                    () -> inTransaction(() -> {
                        work.run();
                        done.countDown();
                        await(released);
                    }),
                    threads);
            await(done);
        }

        void commit() {
            released.countDown();
            transaction.join();
        }

        private void await(CountDownLatch latch) {
            try {
                if (!latch.await(20, TimeUnit.SECONDS)) {
                    throw new AssertionError("nothing happened for 20 seconds");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}

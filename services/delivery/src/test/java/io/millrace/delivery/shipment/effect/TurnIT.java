package io.millrace.delivery.shipment.effect;

import static io.millrace.delivery.shipment.service.News.cancelRequested;
import static io.millrace.delivery.shipment.service.News.confirmed;
import static io.millrace.delivery.shipment.service.News.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.transaction.TransactionOperations;
import io.millrace.contracts.customers.CustomerRegistered;
import io.millrace.delivery.recipient.service.RecipientBook;
import io.millrace.delivery.shipment.service.Handover;
import io.millrace.delivery.shipment.service.Heard;
import io.millrace.delivery.shipment.service.Packed;
import io.millrace.delivery.shipment.service.ShipmentDesk;
import io.millrace.delivery.shipment.service.ShipmentPlanning;
import io.millrace.delivery.shipment.service.ShipmentRecall;
import io.millrace.delivery.shipment.service.ShipmentStatus;
import io.millrace.delivery.shipment.service.ShipmentStore;
import io.millrace.testkit.MillraceTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two transactions on two connections at the same time: what is heard of orders, of customers, and reported by people. */
@MillraceTest
class TurnIT {

    @Inject
    TransactionOperations<Connection> transactions;

    @Inject
    ShipmentPlanning planning;

    @Inject
    ShipmentRecall recall;

    @Inject
    ShipmentDesk desk;

    @Inject
    ShipmentStore store;

    @Inject
    RecipientBook book;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void stop() {
        threads.close();
    }

    @Test
    void aCustomerWaitsForAnOrderThatIsNotCommittedAndPreparesItsShipment() {
        var orders = new HeldOpen(() -> planning.confirmed(List.of(confirmed("o-1", "c-1"))));
        var customers = CompletableFuture.runAsync(() -> inTransaction(() -> register("c-1")), threads);
        await().until(this::somebodyWaitsForTheTurn);
        orders.commit();
        customers.join();

        assertThat(status("o-1")).isEqualTo(ShipmentStatus.PREPARED);
    }

    @Test
    void anOrderWaitsForACustomerThatIsNotCommittedAndIsPreparedAtOnce() {
        var customers = new HeldOpen(() -> register("c-2"));
        var orders = CompletableFuture.runAsync(
                () -> inTransaction(() -> planning.confirmed(List.of(confirmed("o-2", "c-2")))), threads);
        await().until(this::somebodyWaitsForTheTurn);
        customers.commit();
        orders.join();

        assertThat(status("o-2")).isEqualTo(ShipmentStatus.PREPARED);
    }

    /** The same interleaving through the statements alone: this is what the turn is for. */
    @Test
    void withoutTheTurnNeitherSeesTheOtherAndTheShipmentWouldWaitForEver() {
        var orders = new HeldOpen(() -> {
            store.add(List.of(Packed.of(confirmed("o-3", "c-3").event())));
            assertThat(store.withAddress(Set.of("c-3"))).isEmpty();
        });
        inTransaction(() -> {
            book.register(List.of(registered("c-3").event()));
            assertThat(store.waitingFor(Set.of("c-3"))).isEmpty();
        });
        orders.commit();

        assertThat(status("o-3")).isEqualTo(ShipmentStatus.WAITING);
    }

    @Test
    void batchesInAnyOrderOnBothSidesNeverBlockEachOther() {
        List<String> there = ids("d", 50);
        List<String> back = there.reversed();
        for (int round = 0; round < 20; round++) {
            String suffix = "-" + round;
            var orders = CompletableFuture.runAsync(
                    () -> inTransaction(() -> there.forEach(
                            id -> planning.confirmed(List.of(confirmed("o" + id + suffix, id + suffix))))),
                    threads);
            var customers = CompletableFuture.runAsync(
                    () -> inTransaction(() -> back.forEach(id -> register(id + suffix))), threads);
            CompletableFuture.allOf(orders, customers).join();
            assertThat(there).allMatch(id -> status("o" + id + suffix) == ShipmentStatus.PREPARED);
        }
    }

    @Test
    void aDispatchWaitsForARequestThatIsNotCommittedAndIsRefused() {
        prepare("o-4", "c-4");
        var requests = new HeldOpen(() -> recall.requested(List.of(cancelRequested("o-4"))));
        var handover = CompletableFuture.supplyAsync(() -> desk.dispatch("o-4"), threads);
        await().until(this::somebodyWaitsForTheTurn);
        requests.commit();

        assertThat(handover.join()).isEqualTo(new Handover.OutOfOrder(ShipmentStatus.CANCELLED));
        assertThat(status("o-4")).isEqualTo(ShipmentStatus.CANCELLED);
    }

    @Test
    void aRequestWaitsForADispatchThatIsNotCommittedAndIsRefused() {
        prepare("o-5", "c-5");
        var dispatch = new HeldOpen(() -> desk.dispatch("o-5"));
        var request = CompletableFuture.runAsync(
                () -> inTransaction(() -> recall.requested(List.of(cancelRequested("o-5")))), threads);
        await().until(this::somebodyWaitsForTheTurn);
        dispatch.commit();
        request.join();

        assertThat(status("o-5")).isEqualTo(ShipmentStatus.DISPATCHED);
        assertThat(store.find("o-5").orElseThrow().shipment().version()).isEqualTo(3);
    }

    @Test
    void aTurnNeedsATransaction() {
        assertThat(CompletableFuture.runAsync(store::takeTurn, threads)).failsWithin(Duration.ofSeconds(5));
    }

    private void prepare(String orderId, String customerId) {
        inTransaction(() -> register(customerId));
        inTransaction(() -> planning.confirmed(List.of(confirmed(orderId, customerId))));
    }

    private void register(String customerId) {
        Heard<CustomerRegistered> registered = registered(customerId);
        book.register(List.of(registered.event()));
        planning.registered(List.of(registered));
    }

    private void inTransaction(Runnable work) {
        transactions.executeWrite(_ -> {
            work.run();
            return null;
        });
    }

    private ShipmentStatus status(String id) {
        return store.find(id).orElseThrow().shipment().status();
    }

    private boolean somebodyWaitsForTheTurn() {
        return transactions.executeRead(transaction -> {
            try (PreparedStatement select = transaction.getConnection().prepareStatement("""
                    SELECT 1 FROM pg_locks
                    WHERE locktype = 'advisory' AND NOT granted
                      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                    """);
                    ResultSet row = select.executeQuery()) {
                return row.next();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static List<String> ids(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
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

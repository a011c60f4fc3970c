package io.millrace.billing.payment.effect;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.transaction.TransactionOperations;
import io.millrace.billing.payment.service.Card;
import io.millrace.billing.payment.service.Claimed;
import io.millrace.billing.payment.service.Payment;
import io.millrace.billing.payment.service.PaymentMemory;
import io.millrace.billing.payment.service.PaymentStatus;
import io.millrace.billing.payment.service.PaymentStore;
import io.millrace.billing.payment.service.Recollection;
import io.millrace.billing.payment.service.Setback;
import io.millrace.contracts.Money;
import io.millrace.contracts.billing.PaymentCaptured;
import io.millrace.contracts.billing.PaymentRefunded;
import io.millrace.contracts.billing.PaymentVoided;
import io.millrace.testkit.MillraceTest;
import io.millrace.testkit.events.OtherServices;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What the tables hold after the service has been told what it said. Nobody asks the provider. */
@MillraceTest
@Property(name = "millrace.billing.settlement.enabled", value = "false")
class RecollectionIT {

    private static final Money PRICE = new Money("15.30", "GBP");

    @Inject
    PaymentMemory memory;

    @Inject
    PaymentStore store;

    @Inject
    OtherServices others;

    @Inject
    TransactionOperations<Connection> transactions;

    @Test
    void aPaymentThatIsMadeAtThatMomentIsFilledInAllTheSame() throws Exception {
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> making = threads.submit(() -> transactions.executeWrite(tx -> {
                assertThat(store.lock(List.of("m-1"))).isEmpty();
                locked.countDown();
                told.await();
                pauseUntilSomebodyWaits();
                new PaymentRows(tx.getConnection()).save(List.of(due("m-1")));
                return null;
            }));
            locked.await();
            Future<?> filling = threads.submit(() -> {
                told.countDown();
                recollect(captured("m-1", 1));
            });
            making.get();
            filling.get();
        }

        assertThat(store.find("m-1").map(Payment::status)).contains(PaymentStatus.CAPTURED);
        assertThat(store.find("m-1").flatMap(Payment::charge)).contains("ch_m-1");
    }

    @Test
    void everyStateThatIsToldCanBeStored() {
        recollect(captured("m-2", 1));
        recollect(new Recollection("m-2", new PaymentRefunded("m-2", PRICE, "re_1"), 2));
        recollect(new Recollection("m-3", new PaymentVoided("m-3"), 1));
        recollect(captured("m-3", 2));

        assertThat(store.find("m-2").map(Payment::status)).contains(PaymentStatus.REFUNDED);
        assertThat(store.find("m-2").map(Payment::version)).contains(2L);
        assertThat(store.find("m-3").map(Payment::status)).contains(PaymentStatus.REFUND_DUE);
        assertThat(store.find("m-3").flatMap(Payment::amount)).contains(PRICE);
    }

    @Test
    void oneDoubtMarksAllThatIsOpenOnceAndIsForgottenThen() {
        pay("m-4");
        refund("m-4");
        recollect(captured("m-5", 1));

        assertThat(store.isDoubtful()).isTrue();
        assertThat(store.giveUp(100)).isZero();
        store.settleDoubt();
        assertThat(store.find("m-4").map(Payment::attempts)).contains(1);
        assertThat(store.giveUp(100)).isZero();

        pay("m-6");
        refund("m-6");
        assertThat(store.isDoubtful()).isFalse();
        store.settleDoubt();
        assertThat(store.giveUp(100)).isEqualTo(1);
        assertThat(status("m-6")).isEqualTo(PaymentStatus.VOIDED);
    }

    @Test
    void anOutcomeThatComesLateChangesNothingOfWhatWasTold() {
        pay("m-7");
        Claimed claimed = store.claim(100, Duration.ofMinutes(1)).stream()
                .filter(one -> one.payment().orderId().equals("m-7"))
                .findFirst()
                .orElseThrow();
        refund("m-7");
        recollect(captured("m-7", 1));
        assertThat(status("m-7")).isEqualTo(PaymentStatus.REFUND_DUE);

        store.postpone(claimed, Duration.ofHours(1), new Setback("answered 401", true, true));

        assertThat(store.claim(100, Duration.ofMinutes(1)))
                .as("the refund is due at once")
                .anyMatch(one -> one.payment().orderId().equals("m-7"));
    }

    private void recollect(Recollection told) {
        transactions.executeWrite(_ -> {
            memory.recollect(List.of(told));
            return null;
        });
    }

    private static Recollection captured(String orderId, long version) {
        return new Recollection(orderId, new PaymentCaptured(orderId, PRICE, "ch_" + orderId), version);
    }

    private static Payment due(String orderId) {
        return new Payment(
                orderId,
                PaymentStatus.DUE,
                0,
                Optional.of(PRICE),
                Optional.of(Card.of("tok_approve")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0);
    }

    private void pay(String orderId) {
        others.emit("orders.fulfilment.payment_requested", orderId, """
                {"orderId":"%s","customerId":"17850","amount":{"amount":"15.30","currency":"GBP"},\
                "cardToken":"tok_approve"}""".formatted(orderId));
        Awaitility.await().until(() -> status(orderId) == PaymentStatus.DUE);
    }

    private void refund(String orderId) {
        others.emit("orders.fulfilment.refund_requested", orderId, "{\"orderId\":\"%s\"}".formatted(orderId));
        Awaitility.await().until(() -> status(orderId) == PaymentStatus.RECALLED);
    }

    private PaymentStatus status(String orderId) {
        return store.find(orderId).map(Payment::status).orElse(null);
    }

    private void pauseUntilSomebodyWaits() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> isWaitedFor() || status("m-1") == PaymentStatus.CAPTURED);
    }

    private boolean isWaitedFor() {
        return transactions.executeRead(tx -> {
            try (var select = tx.getConnection().prepareStatement("""
                    SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND relation = 'payment'::regclass)""");
                    var row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        });
    }
}

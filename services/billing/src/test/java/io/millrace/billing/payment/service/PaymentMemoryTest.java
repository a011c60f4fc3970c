package io.millrace.billing.payment.service;

import static io.millrace.billing.payment.service.News.payment;
import static io.millrace.billing.payment.service.News.refund;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.contracts.Money;
import io.millrace.contracts.billing.PaymentCaptured;
import io.millrace.contracts.billing.PaymentRefunded;
import io.millrace.contracts.billing.PaymentVoided;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaymentMemoryTest {

    private static final Money PRICE = new Money("15.30", "GBP");
    private static final Recollection CAPTURED = new Recollection("a", new PaymentCaptured("a", PRICE, "ch_1"), 1);
    private static final Recollection REFUNDED = new Recollection("a", new PaymentRefunded("a", PRICE, "re_1"), 2);

    private final PaymentsInMemory store = new PaymentsInMemory();
    private final PaymentRequests requests = new PaymentRequests(store);
    private final PaymentMemory memory = new PaymentMemory(store);

    @Test
    void onlyLooksWhereNothingIsLacking() {
        requests.payments(List.of(payment("a", "tok_approve")));
        store.settle("a", now -> now.charged("ch_1"));
        requests.refunds(List.of(refund("a")));
        store.settle("a", now -> now.refunded("re_1"));
        Payment before = store.payments.get("a");

        memory.recollect(List.of(CAPTURED));
        memory.recollect(List.of(REFUNDED));

        assertThat(store.payments).containsEntry("a", before);
        assertThat(store.lockedOut).isZero();
        assertThat(store.doubt).isFalse();
    }

    @Test
    void fillsInAllThatABatchTellsAndSaysNothing() {
        requests.payments(List.of(payment("a", "tok_approve")));
        memory.recollect(List.of(CAPTURED, new Recollection("a", CAPTURED.event(), 2)));

        assertThat(store.payments.get("a").status()).isEqualTo(PaymentStatus.CAPTURED);
        assertThat(store.payments.get("a").version()).isEqualTo(2);
        assertThat(store.events).isEmpty();
        assertThat(store.doubt).isTrue();
    }

    @Test
    void whoHasForgottenSomethingMayHaveForgottenACall() {
        requests.payments(List.of(payment("b", "tok_approve")));
        requests.refunds(List.of(refund("b")));
        memory.recollect(List.of(new Recollection("c", new PaymentVoided("c"), 1)));

        assertThat(store.giveUp(100)).isZero();
        store.settleDoubt();
        assertThat(store.giveUp(100)).isZero();
        assertThat(store.claim(1, Duration.ZERO)).hasSize(1);
    }
}

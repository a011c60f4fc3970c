package io.millrace.billing.payment.service;

import static io.millrace.billing.payment.service.News.payment;
import static io.millrace.billing.payment.service.News.refund;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.contracts.Money;
import io.millrace.contracts.billing.PaymentVoided;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaymentRequestsTest {

    private final PaymentsInMemory store = new PaymentsInMemory();
    private final PaymentRequests requests = new PaymentRequests(store);

    @Test
    void writesDownWhatIsDueAndSaysNothingYet() {
        requests.payments(List.of(payment("a", "tok_approve"), payment("b", "tok_decline")));

        assertThat(store.payments.values())
                .extracting(Payment::status)
                .containsExactly(PaymentStatus.DUE, PaymentStatus.DUE);
        assertThat(store.events).isEmpty();
    }

    @Test
    void takesARepeatedRequestInOneBatchOnce() {
        requests.payments(List.of(payment("a", "tok_approve"), payment("a", "tok_other")));

        assertThat(store.payments).hasSize(1);
        assertThat(store.payments.get("a").card()).contains(Card.of("tok_approve"));
    }

    @Test
    void recallsWhatWasNeverSentAndLeavesItToWhoeverKnowsThat() {
        requests.payments(List.of(payment("a", "tok_approve")));
        requests.refunds(List.of(refund("a")));

        assertThat(store.payments.get("a").status()).isEqualTo(PaymentStatus.RECALLED);
        assertThat(store.events).isEmpty();
        assertThat(store.claim(1, Duration.ZERO)).as("it is not asked about").isEmpty();

        assertThat(store.giveUp(100)).isEqualTo(1);
        assertThat(store.giveUp(100)).isZero();
        assertThat(store.events).containsExactly(new PaymentVoided("a"));
    }

    @Test
    void writesNothingDownWhereOneContradicts() {
        requests.payments(List.of(payment("a", "tok_approve")));

        assertThatThrownBy(() -> requests.payments(
                        List.of(payment("b", "tok_approve"), payment("a", "tok_approve", new Money("15.31", "GBP")))))
                .isInstanceOf(ContradictionException.class);
        assertThat(store.payments).containsOnlyKeys("a");
    }

    @Test
    void neverTakesMoneyForWhatWasGivenUpBefore() {
        requests.refunds(List.of(refund("a")));
        requests.payments(List.of(payment("a", "tok_approve")));

        assertThat(store.payments.get("a").status()).isEqualTo(PaymentStatus.VOIDED);
        assertThat(store.claim(1, Duration.ZERO)).isEmpty();
        assertThat(store.events).containsExactly(new PaymentVoided("a"), new PaymentVoided("a"));
    }
}

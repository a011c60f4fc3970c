package io.millrace.billing.payment.service;

import static io.millrace.billing.payment.service.News.payment;
import static io.millrace.billing.payment.service.News.refund;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.contracts.billing.PaymentVoided;
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
    void voidsWhatWasNeverSent() {
        requests.payments(List.of(payment("a", "tok_approve")));
        requests.refunds(List.of(refund("a")));

        assertThat(store.events).containsExactly(new PaymentVoided("a"));
    }

    @Test
    void neverTakesMoneyForWhatWasGivenUpBefore() {
        requests.refunds(List.of(refund("a")));
        requests.payments(List.of(payment("a", "tok_approve")));

        assertThat(store.payments.get("a").status()).isEqualTo(PaymentStatus.VOIDED);
        assertThat(store.claim(1, java.time.Duration.ZERO)).isEmpty();
        assertThat(store.events).containsExactly(new PaymentVoided("a"), new PaymentVoided("a"));
    }
}

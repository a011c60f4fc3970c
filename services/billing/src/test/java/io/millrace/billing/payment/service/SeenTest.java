package io.millrace.billing.payment.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.contracts.Money;
import io.millrace.contracts.billing.PaymentCaptured;
import io.millrace.contracts.billing.PaymentDeclined;
import io.millrace.contracts.billing.PaymentRefunded;
import io.millrace.contracts.billing.PaymentVoided;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class SeenTest {

    private static final Money TEN = Money.of(new BigDecimal("10.00"), "GBP");

    private final Payment due = Payment.requested("o-1", TEN, "tok_approve").after();
    private final Payment captured = due.charged("ch_1").after();
    private final Payment refundDue = captured.refundRequested().after();

    @Test
    void whatIsOpenIsSettledAsIfTheProviderHadSaidSo() {
        assertThat(new Seen.Taken("ch_1", "seen").of(due).events())
                .containsExactly(new PaymentCaptured("o-1", TEN, "ch_1"));
        assertThat(new Seen.NotTaken("seen").of(due).events())
                .containsExactly(new PaymentDeclined("o-1", TEN, Payment.SETTLED_BY_HAND));
        assertThat(new Seen.GivenBack("re_1", "seen").of(refundDue).events())
                .containsExactly(new PaymentRefunded("o-1", TEN, "re_1"));
    }

    @Test
    void whatWasRecalledAndNotTakenIsVoidedToo() {
        Payment asked = new Payment(
                due.orderId(),
                due.status(),
                due.version(),
                due.amount(),
                due.card(),
                due.charge(),
                due.refund(),
                due.declined(),
                1);

        assertThat(new Seen.NotTaken("seen").of(asked.refundRequested().after()).events())
                .containsExactly(new PaymentDeclined("o-1", TEN, Payment.SETTLED_BY_HAND), new PaymentVoided("o-1"));
    }

    @Test
    void whatDoesNotFitChangesNothing() {
        assertThat(new Seen.NotTaken("seen").of(captured).isNone()).isTrue();
        assertThat(new Seen.NotTaken("seen").of(refundDue).isNone()).isTrue();
        assertThat(new Seen.GivenBack("re_1", "seen").of(due).isNone()).isTrue();
        assertThat(new Seen.Taken("ch_2", "seen").of(captured).isNone()).isTrue();
    }
}

package io.millrace.billing.payment.service;

import static io.millrace.billing.payment.service.PaymentStatus.CAPTURED;
import static io.millrace.billing.payment.service.PaymentStatus.DECLINED;
import static io.millrace.billing.payment.service.PaymentStatus.DUE;
import static io.millrace.billing.payment.service.PaymentStatus.RECALLED;
import static io.millrace.billing.payment.service.PaymentStatus.REFUNDED;
import static io.millrace.billing.payment.service.PaymentStatus.REFUND_DUE;
import static io.millrace.billing.payment.service.PaymentStatus.VOIDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.contracts.Money;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state, and everything that can be heard in it. */
class PaymentTest {

    private static final Money PRICE = new Money("15.30", "GBP");

    /** What is heard. */
    enum News {
        PAYMENT_AGAIN(payment -> payment.requestedAgain(PRICE)),
        REFUND(Payment::refundRequested),
        GIVEN_UP(Payment::givenUp),
        CHARGED(payment -> payment.charged("ch_2")),
        CARD_DECLINED(payment -> payment.declined("card_declined")),
        REFUNDED_BY_PROVIDER(payment -> payment.refunded("re_2"));

        private final Function<Payment, Change> told;

        News(Function<Payment, Change> told) {
            this.told = told;
        }
    }

    static Stream<Arguments> everything() {
        return Stream.of(
                row(DUE, 0, News.PAYMENT_AGAIN, DUE),
                row(DUE, 0, News.REFUND, RECALLED),
                row(DUE, 1, News.REFUND, RECALLED),
                row(DUE, 0, News.GIVEN_UP, DUE),
                row(DUE, 1, News.CHARGED, CAPTURED, "PaymentCaptured"),
                row(DUE, 1, News.CARD_DECLINED, DECLINED, "PaymentDeclined"),
                row(DUE, 1, News.REFUNDED_BY_PROVIDER, DUE),
                row(RECALLED, 1, News.PAYMENT_AGAIN, RECALLED),
                row(RECALLED, 1, News.REFUND, RECALLED),
                row(RECALLED, 0, News.GIVEN_UP, VOIDED, "PaymentVoided"),
                row(RECALLED, 1, News.GIVEN_UP, RECALLED),
                row(RECALLED, 1, News.CHARGED, REFUND_DUE, "PaymentCaptured"),
                row(RECALLED, 1, News.CARD_DECLINED, VOIDED, "PaymentDeclined", "PaymentVoided"),
                row(RECALLED, 1, News.REFUNDED_BY_PROVIDER, RECALLED),
                row(CAPTURED, 1, News.PAYMENT_AGAIN, CAPTURED, "PaymentCaptured"),
                row(CAPTURED, 1, News.REFUND, REFUND_DUE),
                row(CAPTURED, 1, News.GIVEN_UP, CAPTURED),
                row(CAPTURED, 1, News.CHARGED, CAPTURED),
                row(CAPTURED, 1, News.CARD_DECLINED, CAPTURED),
                row(CAPTURED, 1, News.REFUNDED_BY_PROVIDER, CAPTURED),
                row(DECLINED, 1, News.PAYMENT_AGAIN, DECLINED, "PaymentDeclined"),
                row(DECLINED, 1, News.REFUND, VOIDED, "PaymentVoided"),
                row(DECLINED, 0, News.GIVEN_UP, DECLINED),
                row(DECLINED, 1, News.CHARGED, DECLINED),
                row(DECLINED, 1, News.CARD_DECLINED, DECLINED),
                row(DECLINED, 1, News.REFUNDED_BY_PROVIDER, DECLINED),
                row(VOIDED, 0, News.PAYMENT_AGAIN, VOIDED, "PaymentVoided"),
                row(VOIDED, 0, News.REFUND, VOIDED, "PaymentVoided"),
                row(VOIDED, 0, News.GIVEN_UP, VOIDED),
                row(VOIDED, 1, News.CHARGED, VOIDED),
                row(VOIDED, 1, News.CARD_DECLINED, VOIDED),
                row(VOIDED, 1, News.REFUNDED_BY_PROVIDER, VOIDED),
                row(REFUND_DUE, 1, News.PAYMENT_AGAIN, REFUND_DUE),
                row(REFUND_DUE, 1, News.REFUND, REFUND_DUE),
                row(REFUND_DUE, 1, News.GIVEN_UP, REFUND_DUE),
                row(REFUND_DUE, 1, News.CHARGED, REFUND_DUE),
                row(REFUND_DUE, 1, News.CARD_DECLINED, REFUND_DUE),
                row(REFUND_DUE, 2, News.REFUNDED_BY_PROVIDER, REFUNDED, "PaymentRefunded"),
                row(REFUNDED, 2, News.PAYMENT_AGAIN, REFUNDED, "PaymentRefunded"),
                row(REFUNDED, 2, News.REFUND, REFUNDED, "PaymentRefunded"),
                row(REFUNDED, 2, News.GIVEN_UP, REFUNDED),
                row(REFUNDED, 2, News.CHARGED, REFUNDED),
                row(REFUNDED, 2, News.CARD_DECLINED, REFUNDED),
                row(REFUNDED, 2, News.REFUNDED_BY_PROVIDER, REFUNDED));
    }

    @ParameterizedTest(name = "{0} after {1} attempts hears {2}: {3} {4}")
    @MethodSource("everything")
    void goesOnAsDrawn(PaymentStatus status, int attempts, News news, PaymentStatus next, List<String> events) {
        Payment before = payment(status, attempts);

        Change change = news.told.apply(before);

        assertThat(change.after().status()).isEqualTo(next);
        assertThat(change.events())
                .extracting(event -> event.getClass().getSimpleName())
                .isEqualTo(events);
        assertThat(change.after().version()).isEqualTo(before.version() + events.size());
        assertThat(change.isNone()).isEqualTo(next == status && events.isEmpty());
    }

    @Test
    void coversEveryStateAndEverythingHeard() {
        assertThat(everything()
                        .map(row -> row.get()[0] + " " + row.get()[2])
                        .distinct()
                        .count())
                .isEqualTo((long) PaymentStatus.values().length * News.values().length);
    }

    @Test
    void forgetsTheTokenWhenNoChargeCanFollow() {
        Payment due = payment(DUE, 0);

        assertThat(due.card().orElseThrow().token()).contains("tok_approve");
        assertThat(due.toString()).doesNotContain("tok_approve");
        assertThat(due.charged("ch_1").after().card()).contains(new Card(Optional.empty(), "rove"));
        Payment recalled = due.refundRequested().after();
        assertThat(recalled.card()).isEqualTo(due.card());
        assertThat(recalled.givenUp().after().card()).contains(new Card(Optional.empty(), "rove"));
    }

    @Test
    void showsNothingOfATokenThatIsTooShort() {
        assertThat(Card.of("tok_1").end()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.00, GBP", "-1.00, GBP", "4.505, EUR", "1, GBX", "0.5, JPY", "1, XXX"})
    void declinesWhatNobodyCanPay(String amount, String currency) {
        Change change = Payment.requested("o", new Money(amount, currency), "tok_approve");

        assertThat(change.after().status()).isEqualTo(DECLINED);
        assertThat(change.after().declined()).contains(Payment.INVALID_AMOUNT);
        assertThat(change.events()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"4.5000, EUR", "1, JPY", "0.001, KWD"})
    void asksForWhatCoinsCanPay(String amount, String currency) {
        assertThat(Payment.requested("o", new Money(amount, currency), "tok_approve")
                        .after()
                        .status())
                .isEqualTo(DUE);
    }

    @ParameterizedTest
    @EnumSource
    void doesNotTakeAnotherAmountForTheSameAgain(PaymentStatus status) {
        Payment payment = payment(status, 1);

        assertThatThrownBy(() -> payment.requestedAgain(new Money("15.31", "GBP")))
                .isInstanceOf(ContradictionException.class)
                .hasMessage("payment o is one of 15.30 GBP, but now 15.31 GBP is asked for");
        assertThatThrownBy(() -> payment.requestedAgain(new Money("15.30", "EUR")))
                .isInstanceOf(ContradictionException.class);
        assertThat(payment.requestedAgain(new Money("15.3", "GBP")).after().status())
                .isEqualTo(status);
    }

    private static Arguments row(PaymentStatus status, int attempts, News news, PaymentStatus next, String... events) {
        return Arguments.of(status, attempts, news, next, List.of(events));
    }

    private static Payment payment(PaymentStatus status, int attempts) {
        boolean charged = status == CAPTURED || status == REFUND_DUE || status == REFUNDED;
        return new Payment(
                "o",
                status,
                3,
                Optional.of(PRICE),
                Optional.of(Card.of("tok_approve")),
                charged ? Optional.of("ch_1") : Optional.empty(),
                status == REFUNDED ? Optional.of("re_1") : Optional.empty(),
                status == DECLINED ? Optional.of("expired_card") : Optional.empty(),
                attempts);
    }
}

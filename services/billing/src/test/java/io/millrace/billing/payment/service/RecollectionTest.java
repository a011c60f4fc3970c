package io.millrace.billing.payment.service;

import static io.millrace.billing.payment.service.PaymentStatus.CAPTURED;
import static io.millrace.billing.payment.service.PaymentStatus.DECLINED;
import static io.millrace.billing.payment.service.PaymentStatus.DUE;
import static io.millrace.billing.payment.service.PaymentStatus.RECALLED;
import static io.millrace.billing.payment.service.PaymentStatus.REFUNDED;
import static io.millrace.billing.payment.service.PaymentStatus.REFUND_DUE;
import static io.millrace.billing.payment.service.PaymentStatus.VOIDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.contracts.Money;
import io.millrace.contracts.billing.PaymentCaptured;
import io.millrace.contracts.billing.PaymentDeclined;
import io.millrace.contracts.billing.PaymentEvent;
import io.millrace.contracts.billing.PaymentRefunded;
import io.millrace.contracts.billing.PaymentVoided;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state that a backup can have kept, and everything that can have been said since. */
class RecollectionTest {

    private static final Money PRICE = new Money("15.30", "GBP");
    private static final PaymentEvent TAKEN = new PaymentCaptured("o", PRICE, "ch_2");
    private static final PaymentEvent REFUSED = new PaymentDeclined("o", PRICE, "card_declined");
    private static final PaymentEvent GIVEN_BACK = new PaymentRefunded("o", PRICE, "re_2");
    private static final PaymentEvent GIVEN_UP = new PaymentVoided("o");

    /** The state that follows from each of them, in this order. */
    private static final List<PaymentEvent> SAID = List.of(TAKEN, REFUSED, GIVEN_BACK, GIVEN_UP);

    private static final Map<PaymentStatus, List<PaymentStatus>> THEN = Map.of(
            DUE, List.of(CAPTURED, DECLINED, DUE, VOIDED),
            RECALLED, List.of(REFUND_DUE, VOIDED, RECALLED, VOIDED),
            CAPTURED, List.of(CAPTURED, CAPTURED, REFUNDED, CAPTURED),
            DECLINED, List.of(DECLINED, DECLINED, DECLINED, VOIDED),
            VOIDED, List.of(REFUND_DUE, VOIDED, VOIDED, VOIDED),
            REFUND_DUE, List.of(REFUND_DUE, REFUND_DUE, REFUNDED, REFUND_DUE),
            REFUNDED, List.of(REFUNDED, REFUNDED, REFUNDED, REFUNDED));

    static Stream<Arguments> everything() {
        return Stream.of(PaymentStatus.values())
                .flatMap(status -> SAID.stream()
                        .map(event ->
                                Arguments.of(status, event, THEN.get(status).get(SAID.indexOf(event)))));
    }

    @ParameterizedTest(name = "{0} is told {1}: {2}")
    @MethodSource("everything")
    void isFilledIn(PaymentStatus status, PaymentEvent event, PaymentStatus then) {
        Payment filled = told(event, 4, Optional.of(payment(status))).orElseThrow();

        assertThat(filled.status()).isEqualTo(then);
        assertThat(filled.version()).isEqualTo(4);
        assertThat(filled.attempts()).isEqualTo(1);
        requireStorable(filled);
    }

    @ParameterizedTest(name = "{0} is told {1}")
    @MethodSource("everything")
    void lacksNothingAfterwards(PaymentStatus status, PaymentEvent event, PaymentStatus then) {
        Optional<Payment> filled = told(event, 4, Optional.of(payment(status)));

        assertThat(told(event, 4, filled)).isEmpty();
        assertThat(told(event, 3, filled)).isEmpty();
    }

    @Test
    void keepsTheReferencesAndForgetsTheCard() {
        Payment due = payment(DUE);

        assertThat(told(TAKEN, 4, Optional.of(due)).flatMap(Payment::charge)).contains("ch_2");
        assertThat(told(TAKEN, 4, Optional.of(due)).flatMap(Payment::card))
                .contains(new Card(Optional.empty(), "rove"));
        assertThat(told(REFUSED, 4, Optional.of(due)).flatMap(Payment::declined))
                .contains("card_declined");
        assertThat(told(GIVEN_BACK, 4, Optional.of(payment(CAPTURED))).flatMap(Payment::refund))
                .contains("re_2");
        assertThat(told(TAKEN, 4, Optional.of(payment(CAPTURED))).flatMap(Payment::charge))
                .as("what is known is not told anew")
                .contains("ch_1");
    }

    @Test
    void whatIsNotThereIsMadeAsItWasSaid() {
        assertThat(told(TAKEN, 1, Optional.empty()).map(Payment::status)).contains(CAPTURED);
        assertThat(told(TAKEN, 1, Optional.empty()).flatMap(Payment::charge)).contains("ch_2");
        assertThat(told(REFUSED, 1, Optional.empty()).map(Payment::status)).contains(DECLINED);
        assertThat(told(GIVEN_UP, 1, Optional.empty()).map(Payment::status)).contains(VOIDED);
        assertThat(told(GIVEN_UP, 2, Optional.empty()).map(Payment::version)).contains(2L);
        assertThat(told(GIVEN_BACK, 2, Optional.empty())).isEmpty();
        SAID.forEach(event -> told(event, 1, Optional.empty()).ifPresent(RecollectionTest::requireStorable));
    }

    @Test
    void whatWasGivenUpByMistakeKnowsAgainHowMuchItWas() {
        Payment never = Payment.neverRequested("o").after();

        Payment filled = told(TAKEN, 1, Optional.of(never)).orElseThrow();

        assertThat(filled.status()).isEqualTo(REFUND_DUE);
        assertThat(filled.amount()).contains(PRICE);
    }

    /** As the tables demand. */
    private static void requireStorable(Payment payment) {
        PaymentStatus status = payment.status();
        boolean chargeable = status == DUE || status == RECALLED;
        boolean charged = status == CAPTURED || status == REFUND_DUE || status == REFUNDED;
        assertThat(payment.card().flatMap(Card::token).isPresent()).isEqualTo(chargeable);
        assertThat(status == VOIDED || payment.amount().isPresent()).isTrue();
        assertThat(!charged || payment.charge().isPresent()).isTrue();
    }

    private static Optional<Payment> told(PaymentEvent event, long version, Optional<Payment> known) {
        return new Recollection("o", event, version).lacking(known);
    }

    private static Payment payment(PaymentStatus status) {
        boolean chargeable = status == DUE || status == RECALLED;
        boolean charged = status == CAPTURED || status == REFUND_DUE || status == REFUNDED;
        Card card = Card.of("tok_approve");
        return new Payment(
                "o",
                status,
                0,
                Optional.of(PRICE),
                Optional.of(chargeable ? card : card.forgotten()),
                charged ? Optional.of("ch_1") : Optional.empty(),
                status == REFUNDED ? Optional.of("re_1") : Optional.empty(),
                status == DECLINED ? Optional.of("expired_card") : Optional.empty(),
                1);
    }
}

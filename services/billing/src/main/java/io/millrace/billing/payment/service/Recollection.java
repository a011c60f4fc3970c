package io.millrace.billing.payment.service;

import io.millrace.contracts.Money;
import io.millrace.contracts.billing.PaymentCaptured;
import io.millrace.contracts.billing.PaymentDeclined;
import io.millrace.contracts.billing.PaymentEvent;
import io.millrace.contracts.billing.PaymentRefunded;
import io.millrace.contracts.billing.PaymentVoided;
import java.util.Optional;

/**
 * What was said of a payment, as the service's own stream tells it. A database that was restored from an older backup lacks
 * some of it; any other has written it down before it was said.
 *
 * @param event what was said
 * @param version how many events the payment had had then
 */
public record Recollection(String orderId, PaymentEvent event, long version) {

    /**
     * The payment as it must be after that. Nobody is told: it was said before.
     *
     * @param known the payment as it is, empty if there is none
     * @return empty if nothing is lacking
     */
    Optional<Payment> lacking(Optional<Payment> known) {
        Optional<Payment> filled = known.isPresent() ? known.map(this::filled) : first();
        return filled.map(payment -> payment.withVersion(Math.max(payment.version(), version)))
                .filter(payment -> !known.equals(Optional.of(payment)));
    }

    private Optional<Payment> first() {
        return switch (event) {
            case PaymentCaptured captured ->
                Optional.of(taken(Payment.unheardOf(orderId, Optional.of(captured.amount())), captured)
                        .to(PaymentStatus.CAPTURED));
            case PaymentDeclined declined ->
                Optional.of(Payment.unheardOf(orderId, Optional.of(declined.amount()))
                        .decline(declined.reason()));
            case PaymentVoided _ -> Optional.of(Payment.unheardOf(orderId, Optional.empty()));
            // Without its charge there is no refund: what was said of that is not in the stream any more.
            case PaymentRefunded _ -> Optional.empty();
        };
    }

    private Payment filled(Payment known) {
        return switch (event) {
            case PaymentCaptured captured -> captured(known, captured);
            case PaymentDeclined declined -> declined(known, declined.reason());
            case PaymentRefunded refunded -> refunded(known, refunded.providerReference());
            case PaymentVoided _ -> voided(known);
        };
    }

    private static Payment captured(Payment known, PaymentCaptured captured) {
        return switch (known.status()) {
            case DUE -> taken(known, captured).to(PaymentStatus.CAPTURED);
            // VOIDED: an earlier restore has said so, and the money is still there.
            case RECALLED, VOIDED -> taken(known, captured).to(PaymentStatus.REFUND_DUE);
            case CAPTURED, DECLINED, REFUND_DUE, REFUNDED -> known;
        };
    }

    private static Payment declined(Payment known, String code) {
        return switch (known.status()) {
            case DUE -> known.decline(code);
            case RECALLED -> known.decline(code).to(PaymentStatus.VOIDED);
            case CAPTURED, DECLINED, VOIDED, REFUND_DUE, REFUNDED -> known;
        };
    }

    private static Payment refunded(Payment known, String reference) {
        return switch (known.status()) {
            case CAPTURED, REFUND_DUE -> known.withRefund(reference).to(PaymentStatus.REFUNDED);
            case DUE, RECALLED, DECLINED, VOIDED, REFUNDED -> known;
        };
    }

    private static Payment voided(Payment known) {
        return switch (known.status()) {
            case DUE, RECALLED, DECLINED -> known.to(PaymentStatus.VOIDED);
            case CAPTURED, VOIDED, REFUND_DUE, REFUNDED -> known;
        };
    }

    private static Payment taken(Payment known, PaymentCaptured captured) {
        Money amount = known.amount().orElse(captured.amount());
        return known.withAmount(amount).withCharge(captured.providerReference());
    }
}

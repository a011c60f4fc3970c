package io.millrace.billing.payment.service;

import static java.util.Objects.requireNonNull;

import io.millrace.contracts.Money;
import io.millrace.contracts.billing.PaymentCaptured;
import io.millrace.contracts.billing.PaymentDeclined;
import io.millrace.contracts.billing.PaymentEvent;
import io.millrace.contracts.billing.PaymentRefunded;
import io.millrace.contracts.billing.PaymentVoided;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The payment of an order. Whatever is heard, in whatever order, gives the next state and what is said about it.
 *
 * <p>Guarantees: money that may have been taken is never said not to be. A request that was settled before is answered as
 * it was then; one that is still open is answered once, when it is settled.
 *
 * @param orderId the order, which has one payment
 * @param status where it stands
 * @param version how many events it has had
 * @param amount what was asked for; empty if nobody did
 * @param card whose money it is; empty if nobody asked for any
 * @param charge what the provider calls the charge
 * @param refund what the provider calls the refund
 * @param declined the code that it was declined with
 * @param attempts how many calls of the provider were begun, but for those that it refused: 0 means that it surely has moved
 *     no money
 */
public record Payment(
        String orderId,
        PaymentStatus status,
        long version,
        Optional<Money> amount,
        Optional<Card> card,
        Optional<String> charge,
        Optional<String> refund,
        Optional<String> declined,
        int attempts) {

    /** The code of a payment that no provider would be asked for: nothing, or what no coins of the currency pay. */
    public static final String INVALID_AMOUNT = "invalid_amount";

    /** The code of a payment that a person has found not to be taken. */
    public static final String SETTLED_BY_HAND = "settled_by_hand";

    public Payment {
        requireNonNull(orderId, "orderId");
        requireNonNull(status, "status");
    }

    /** Somebody asks for money for the first time. */
    static Change requested(String orderId, Money amount, String cardToken) {
        Payment due = new Payment(
                orderId,
                PaymentStatus.DUE,
                0,
                Optional.of(amount),
                Optional.of(Card.of(cardToken)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0);
        return canBePaid(amount) ? new Change(null, due, List.of()) : due.settled(due.decline(INVALID_AMOUNT));
    }

    private static boolean canBePaid(Money amount) {
        BigDecimal exact = amount.toDecimal();
        return exact.signum() > 0 && Money.isPayable(exact, amount.currency());
    }

    /** Somebody wants money back that nobody has asked for yet. */
    static Change neverRequested(String orderId) {
        Payment nothing = unheardOf(orderId, Optional.empty());
        return nothing.settled(nothing);
    }

    /** One that nobody here knows anything of but its amount. */
    static Payment unheardOf(String orderId, Optional<Money> amount) {
        return new Payment(
                orderId,
                PaymentStatus.VOIDED,
                0,
                amount,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0);
    }

    /**
     * Somebody asks for the same money again, or for money that was given up before.
     *
     * @throws ContradictionException it is not the same money
     */
    Change requestedAgain(Money again) {
        amount.filter(before -> !isSame(before, again)).ifPresent(before -> {
            throw new ContradictionException(orderId, before, again);
        });
        return switch (status) {
            case DUE, RECALLED, REFUND_DUE -> nothing();
            case CAPTURED, DECLINED, VOIDED, REFUNDED -> settled(this);
        };
    }

    /** Somebody wants the money back. */
    Change refundRequested() {
        return switch (status) {
            case DUE -> silently(to(PaymentStatus.RECALLED));
            case CAPTURED -> silently(to(PaymentStatus.REFUND_DUE));
            case DECLINED -> settled(to(PaymentStatus.VOIDED));
            case VOIDED, REFUNDED -> settled(this);
            case RECALLED, REFUND_DUE -> nothing();
        };
    }

    /** Whoever knows that nothing was forgotten gives up what was recalled and surely never sent. */
    public Change givenUp() {
        return status == PaymentStatus.RECALLED && attempts == 0 ? settled(to(PaymentStatus.VOIDED)) : nothing();
    }

    /** The provider has taken the money. */
    Change charged(String reference) {
        return switch (status) {
            case DUE -> settled(withCharge(reference).to(PaymentStatus.CAPTURED));
            case RECALLED -> {
                Payment captured = withCharge(reference).to(PaymentStatus.CAPTURED);
                yield saying(captured.to(PaymentStatus.REFUND_DUE), captured.answer());
            }
            case CAPTURED, DECLINED, VOIDED, REFUND_DUE, REFUNDED -> nothing();
        };
    }

    /** The provider refuses the card. */
    Change declined(String code) {
        return switch (status) {
            case DUE -> settled(decline(code));
            case RECALLED -> {
                Payment declined = decline(code);
                Payment voided = declined.to(PaymentStatus.VOIDED);
                yield saying(voided, declined.answer(), voided.answer());
            }
            case CAPTURED, DECLINED, VOIDED, REFUND_DUE, REFUNDED -> nothing();
        };
    }

    /** The provider has given the money back. */
    Change refunded(String reference) {
        return switch (status) {
            case REFUND_DUE -> settled(withRefund(reference).to(PaymentStatus.REFUNDED));
            case DUE, RECALLED, CAPTURED, DECLINED, VOIDED, REFUNDED -> nothing();
        };
    }

    private static boolean isSame(Money one, Money other) {
        return one.currency().equals(other.currency()) && one.toDecimal().compareTo(other.toDecimal()) == 0;
    }

    private Change nothing() {
        return new Change(this, this, List.of());
    }

    private Change silently(Payment after) {
        return new Change(this, after, List.of());
    }

    private Change settled(Payment after) {
        return saying(after, after.answer());
    }

    private Change saying(Payment after, PaymentEvent... events) {
        return new Change(this, after.withVersion(version + events.length), List.of(events));
    }

    /** What is said of a payment that stands here. */
    private PaymentEvent answer() {
        return switch (status) {
            case CAPTURED -> new PaymentCaptured(orderId, amount.orElseThrow(), charge.orElseThrow());
            case DECLINED -> new PaymentDeclined(orderId, amount.orElseThrow(), declined.orElseThrow());
            case REFUNDED -> new PaymentRefunded(orderId, amount.orElseThrow(), refund.orElseThrow());
            case VOIDED -> new PaymentVoided(orderId);
            case DUE, RECALLED, REFUND_DUE -> throw new IllegalStateException("nothing is settled yet: " + this);
        };
    }

    Payment to(PaymentStatus next) {
        boolean chargeable = next == PaymentStatus.DUE || next == PaymentStatus.RECALLED;
        return new Payment(
                orderId,
                next,
                version,
                amount,
                chargeable ? card : card.map(Card::forgotten),
                charge,
                refund,
                declined,
                attempts);
    }

    Payment decline(String code) {
        return new Payment(orderId, status, version, amount, card, charge, refund, Optional.of(code), attempts)
                .to(PaymentStatus.DECLINED);
    }

    Payment withAmount(Money asked) {
        return new Payment(orderId, status, version, Optional.of(asked), card, charge, refund, declined, attempts);
    }

    Payment withCharge(String reference) {
        return new Payment(orderId, status, version, amount, card, Optional.of(reference), refund, declined, attempts);
    }

    Payment withRefund(String reference) {
        return new Payment(orderId, status, version, amount, card, charge, Optional.of(reference), declined, attempts);
    }

    Payment withVersion(long next) {
        return new Payment(orderId, status, next, amount, card, charge, refund, declined, attempts);
    }
}

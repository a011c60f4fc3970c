package io.millrace.billing.payment.service;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Asks the provider about one payment, and does what follows from its answer.
 *
 * <p>Guarantees: where the outcome is not known, nothing is decided; the payment is asked for again, with the same key,
 * without limit. A crash at any line leaves the payment claimed; whoever takes it after that asks with the same key, and
 * gets the answer that was lost. What comes late, after another instance has settled the payment, changes nothing.
 */
@Singleton
public final class Settlement {

    private final PaymentStore store;
    private final PaymentGateway gateway;
    private final Pace pace;
    private volatile Activity activity = Activity.OFF;

    public Settlement(PaymentStore store, PaymentGateway gateway, Pace pace) {
        this.store = store;
        this.gateway = gateway;
        this.pace = pace;
    }

    /** What this instance does about payments at this moment. */
    public Activity activity() {
        return activity;
    }

    /** From now on this instance does that. */
    public void turnTo(Activity now) {
        activity = now;
    }

    /** Asks the provider, for as long as that takes. Must not run within a transaction. */
    public Outcome ask(Claimed claimed) {
        Payment payment = claimed.payment();
        return switch (payment.status()) {
            case DUE, RECALLED -> gateway.charge(Charge.of(payment));
            case REFUND_DUE -> gateway.refund(Refund.of(payment));
            case CAPTURED, DECLINED, VOIDED, REFUNDED ->
                throw new IllegalStateException("there is nothing to ask about: " + payment);
        };
    }

    /**
     * Keeps the outcome, in one transaction with the event about it.
     *
     * @return how long until it is asked again, zero if it is settled
     */
    public Duration conclude(Claimed claimed, Outcome outcome) {
        Payment asked = claimed.payment();
        return switch (outcome) {
            case Outcome.Done(var reference) -> {
                store.settle(
                        asked.orderId(), now -> isRefund(asked) ? now.refunded(reference) : now.charged(reference));
                yield Duration.ZERO;
            }
            case Outcome.Declined(var code)
            when isRefund(asked) -> postponed(claimed, new Setback("the refund was declined: " + code, true, false));
            case Outcome.Declined(var code) -> {
                store.settle(asked.orderId(), now -> now.declined(code));
                yield Duration.ZERO;
            }
            case Outcome.Unknown(var reason) -> postponed(claimed, new Setback(reason, false, false));
            case Outcome.Refused(var reason, var keyUsed) ->
                postponed(claimed, new Setback(reason, true, !isRefund(asked) && !keyUsed));
            case Outcome.LockedOut(var reason) -> postponed(claimed, new Setback(reason, true, !isRefund(asked)));
        };
    }

    private Duration postponed(Claimed claimed, Setback setback) {
        Duration delay = setback.refused()
                ? pace.refusedRetry()
                : pace.afterFailure(claimed.failures(), ThreadLocalRandom.current());
        store.postpone(claimed, delay, setback);
        return delay;
    }

    private static boolean isRefund(Payment asked) {
        return asked.status() == PaymentStatus.REFUND_DUE;
    }
}

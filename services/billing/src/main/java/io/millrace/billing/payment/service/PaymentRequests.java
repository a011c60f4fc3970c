package io.millrace.billing.payment.service;

import io.millrace.contracts.Event;
import io.millrace.contracts.orders.PaymentRequested;
import io.millrace.contracts.orders.RefundRequested;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Writes down what orders ask for. Each method runs within the transaction that the events are handled in, and nobody
 * outside is asked there: what is due is {@linkplain Settlement settled} later.
 */
@Singleton
public final class PaymentRequests {

    private final PaymentStore store;

    public PaymentRequests(PaymentStore store) {
        this.store = store;
    }

    /**
     * Orders want money to be taken.
     *
     * @throws ContradictionException one of them wants another amount than before, and nothing is written down
     */
    public void payments(List<Heard<PaymentRequested>> batch) {
        take(
                Wish.PAYMENT,
                batch,
                PaymentRequested::orderId,
                (known, event) -> known.map(payment -> payment.requestedAgain(event.amount()))
                        .orElseGet(() -> Payment.requested(event.orderId(), event.amount(), event.cardToken())));
    }

    /** Orders want it back, or not to be taken. */
    public void refunds(List<Heard<RefundRequested>> batch) {
        take(
                Wish.REFUND,
                batch,
                RefundRequested::orderId,
                (known, event) ->
                        known.map(Payment::refundRequested).orElseGet(() -> Payment.neverRequested(event.orderId())));
    }

    private <E extends Event> void take(
            Wish wish,
            List<Heard<E>> batch,
            Function<E, String> orderId,
            BiFunction<Optional<Payment>, E, Change> decision) {
        Map<String, Payment> payments = new LinkedHashMap<>(store.lock(batch.stream()
                .map(heard -> orderId.apply(heard.event()))
                .distinct()
                .toList()));
        List<CausedChange> changes = new ArrayList<>();
        for (Heard<E> heard : batch) {
            String id = orderId.apply(heard.event());
            Change change = decision.apply(Optional.ofNullable(payments.get(id)), heard.event());
            payments.put(id, change.after());
            changes.add(new CausedChange(change, heard.envelope()));
        }
        store.saveAll(wish, changes);
    }
}

package io.millrace.billing.payment.service;

import io.millrace.contracts.billing.PaymentEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A store without a database. A claim lasts until it is postponed or the payment is settled. */
final class PaymentsInMemory implements PaymentStore {

    final Map<String, Payment> payments = new LinkedHashMap<>();
    final List<PaymentEvent> events = new ArrayList<>();
    final List<Duration> delays = new ArrayList<>();
    final Map<String, Integer> failures = new LinkedHashMap<>();

    @Override
    public Map<String, Payment> lock(Collection<String> orderIds) {
        return payments.entrySet().stream()
                .filter(entry -> orderIds.contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void saveAll(Wish wish, List<CausedChange> changes) {
        changes.forEach(caused -> keep(caused.change()));
    }

    @Override
    public List<Claimed> claimNext(Duration hold) {
        return claim(1, hold);
    }

    @Override
    public List<Claimed> claim(int limit, Duration hold) {
        List<Claimed> claimed = new ArrayList<>();
        payments.values().stream()
                .filter(payment -> switch (payment.status()) {
                    case DUE, RECALLED, REFUND_DUE -> true;
                    case CAPTURED, DECLINED, VOIDED, REFUNDED -> false;
                })
                .limit(limit)
                .toList()
                .forEach(payment -> {
                    Payment attempted = new Payment(
                            payment.orderId(),
                            payment.status(),
                            payment.version(),
                            payment.amount(),
                            payment.card(),
                            payment.charge(),
                            payment.refund(),
                            payment.declined(),
                            payment.attempts() + 1);
                    payments.put(payment.orderId(), attempted);
                    claimed.add(new Claimed(attempted, failures.getOrDefault(payment.orderId(), 0)));
                });
        return claimed;
    }

    @Override
    public void settle(String orderId, Function<Payment, Change> decision) {
        keep(decision.apply(payments.get(orderId)));
    }

    /** Whatever is open is stuck here. */
    @Override
    public Resolution resolve(String orderId, Seen seen) {
        Payment payment = payments.get(orderId);
        if (payment == null) {
            return new Resolution.NoPayment();
        }
        Change change = seen.of(payment);
        if (change.isNone()) {
            return new Resolution.DoesNotFit(payment.status());
        }
        keep(change);
        return new Resolution.Settled(change.after());
    }

    @Override
    public void postpone(Claimed claimed, Duration delay, String problem, boolean refused) {
        delays.add(delay);
        failures.merge(claimed.payment().orderId(), 1, Integer::sum);
    }

    @Override
    public void hurry() {}

    @Override
    public void resume() {}

    @Override
    public Optional<Payment> find(String orderId) {
        return Optional.ofNullable(payments.get(orderId));
    }

    @Override
    public List<Payment> list(PaymentQuery query, int limit) {
        return List.copyOf(payments.values());
    }

    @Override
    public PaymentFigures figures() {
        return new PaymentFigures(Map.of(), List.of(), List.of());
    }

    @Override
    public Waiting waiting() {
        return new Waiting(0, 0, Optional.empty());
    }

    private void keep(Change change) {
        payments.put(change.after().orderId(), change.after());
        events.addAll(change.events());
    }
}

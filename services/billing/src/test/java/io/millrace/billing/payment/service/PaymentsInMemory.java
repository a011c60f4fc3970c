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
    int lockedOut;
    boolean doubt;

    @Override
    public Map<String, Payment> lock(Collection<String> orderIds) {
        return payments.entrySet().stream()
                .filter(entry -> orderIds.contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Map<String, Payment> lockOut(Collection<String> orderIds) {
        lockedOut++;
        return find(orderIds);
    }

    @Override
    public Map<String, Payment> find(Collection<String> orderIds) {
        return lock(orderIds);
    }

    @Override
    public void recollect(Collection<Payment> told) {
        told.forEach(payment -> payments.put(payment.orderId(), payment));
        doubt = true;
    }

    @Override
    public boolean isDoubtful() {
        return doubt;
    }

    @Override
    public void settleDoubt() {
        payments.replaceAll(
                (_, payment) -> isOpen(payment) && payment.attempts() == 0 ? attempted(payment, 1) : payment);
        doubt = false;
    }

    @Override
    public int giveUp(int limit) {
        if (doubt) {
            return 0;
        }
        List<Change> given = payments.values().stream()
                .map(Payment::givenUp)
                .filter(change -> !change.isNone())
                .limit(limit)
                .toList();
        given.forEach(this::keep);
        return given.size();
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
                .filter(PaymentsInMemory::isOpen)
                .filter(payment -> payment.givenUp().isNone())
                .limit(limit)
                .toList()
                .forEach(payment -> {
                    Payment attempted = attempted(payment, payment.attempts() + 1);
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
    public void postpone(Claimed claimed, Duration delay, Setback setback) {
        delays.add(delay);
        failures.merge(claimed.payment().orderId(), 1, Integer::sum);
        payments.computeIfPresent(
                claimed.payment().orderId(),
                (_, now) -> setback.harmless()
                                && now.attempts() == claimed.payment().attempts()
                        ? attempted(now, now.attempts() - 1)
                        : now);
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

    private static boolean isOpen(Payment payment) {
        return switch (payment.status()) {
            case DUE, RECALLED, REFUND_DUE -> true;
            case CAPTURED, DECLINED, VOIDED, REFUNDED -> false;
        };
    }

    private static Payment attempted(Payment payment, int attempts) {
        return new Payment(
                payment.orderId(),
                payment.status(),
                payment.version(),
                payment.amount(),
                payment.card(),
                payment.charge(),
                payment.refund(),
                payment.declined(),
                attempts);
    }

    private void keep(Change change) {
        payments.put(change.after().orderId(), change.after());
        events.addAll(change.events());
    }
}

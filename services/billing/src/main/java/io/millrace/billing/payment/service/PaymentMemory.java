package io.millrace.billing.payment.service;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fills in what the service's own stream tells and its database lacks: it was restored from an older backup. Any other
 * database lacks nothing, and is only looked at. Runs within the transaction that the events are handled in.
 */
@Singleton
public final class PaymentMemory {

    private final PaymentStore store;

    public PaymentMemory(PaymentStore store) {
        this.store = store;
    }

    /** This was said before, in this order. */
    public void recollect(List<Recollection> batch) {
        List<String> ids = batch.stream().map(Recollection::orderId).distinct().toList();
        if (!lacking(store.find(ids), batch).isEmpty()) {
            store.recollect(lacking(store.lockOut(ids), batch).values());
        }
    }

    private static Map<String, Payment> lacking(Map<String, Payment> known, List<Recollection> batch) {
        Map<String, Payment> filled = new LinkedHashMap<>();
        for (Recollection told : batch) {
            String id = told.orderId();
            Optional<Payment> now = Optional.ofNullable(filled.getOrDefault(id, known.get(id)));
            told.lacking(now).ifPresent(payment -> filled.put(id, payment));
        }
        return filled;
    }
}

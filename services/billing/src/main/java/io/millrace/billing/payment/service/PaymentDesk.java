package io.millrace.billing.payment.service;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Everything that people can ask for about payments. */
@Singleton
public final class PaymentDesk {

    private final PaymentStore store;
    private final GatewayBreaker breaker;

    public PaymentDesk(PaymentStore store, GatewayBreaker breaker) {
        this.store = store;
        this.breaker = breaker;
    }

    public Optional<Payment> find(String orderId) {
        return store.find(orderId);
    }

    public List<Payment> list(PaymentQuery query, int limit) {
        return store.list(query, limit);
    }

    public PaymentFigures figures() {
        return store.figures();
    }

    /** Settles a payment that the provider refuses over its API, by what a person saw there. */
    public Resolution resolve(String orderId, Seen seen) {
        return store.resolve(orderId, seen);
    }

    public GatewayState gateway() {
        return breaker.state();
    }

    public Waiting waiting() {
        return store.waiting();
    }
}

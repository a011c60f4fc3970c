package io.millrace.billing.payment.service;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Everything that people can ask for about payments. */
@Singleton
public final class PaymentDesk {

    private final PaymentStore store;
    private final GatewayBreaker breaker;
    private final Settlement settlement;

    public PaymentDesk(PaymentStore store, GatewayBreaker breaker, Settlement settlement) {
        this.store = store;
        this.breaker = breaker;
        this.settlement = settlement;
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

    /** What this instance does about payments that are due. */
    public Activity activity() {
        return settlement.activity();
    }

    public Waiting waiting() {
        return store.waiting();
    }
}

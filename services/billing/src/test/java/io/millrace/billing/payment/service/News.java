package io.millrace.billing.payment.service;

import io.millrace.contracts.Envelope;
import io.millrace.contracts.Event;
import io.millrace.contracts.Money;
import io.millrace.contracts.orders.PaymentRequested;
import io.millrace.contracts.orders.RefundRequested;
import java.time.Instant;
import java.util.Optional;

/** Events of orders, as they are heard. */
final class News {

    private News() {}

    static Heard<PaymentRequested> payment(String orderId, String cardToken) {
        return payment(orderId, cardToken, new Money("15.30", "GBP"));
    }

    static Heard<PaymentRequested> payment(String orderId, String cardToken, Money amount) {
        return heard(orderId, new PaymentRequested(orderId, "c", amount, cardToken));
    }

    static Heard<RefundRequested> refund(String orderId) {
        return heard(orderId, new RefundRequested(orderId));
    }

    private static <E extends Event> Heard<E> heard(String orderId, E event) {
        return new Heard<>(
                event,
                new Envelope(
                        event.getClass().getSimpleName() + " " + orderId,
                        "/millrace/orders",
                        "orders.fulfilment.something_requested",
                        Instant.EPOCH,
                        orderId,
                        "urn:millrace:orders.fulfilment.something_requested:1.0",
                        1,
                        "flow of " + orderId,
                        "request",
                        "test",
                        Optional.empty(),
                        Optional.empty()));
    }
}

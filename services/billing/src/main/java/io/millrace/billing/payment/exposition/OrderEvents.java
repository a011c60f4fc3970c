package io.millrace.billing.payment.exposition;

import io.millrace.billing.payment.service.ContradictionException;
import io.millrace.billing.payment.service.Heard;
import io.millrace.billing.payment.service.PaymentRequests;
import io.millrace.chassis.handler.DeadLetterException;
import io.millrace.chassis.handler.EventHandler;
import io.millrace.chassis.handler.Reaction;
import io.millrace.chassis.handler.Received;
import io.millrace.contracts.Event;
import io.millrace.contracts.orders.PaymentRequested;
import io.millrace.contracts.orders.RefundRequested;
import java.util.List;

/** What orders want to be paid, and to be paid back. */
@EventHandler(from = "orders")
class OrderEvents {

    private final PaymentRequests requests;

    OrderEvents(PaymentRequests requests) {
        this.requests = requests;
    }

    /** A batch that fails is cut until the event that contradicts stands alone; the others take effect. */
    @Reaction
    void paymentRequested(List<Received<PaymentRequested>> batch) {
        try {
            requests.payments(heard(batch));
        } catch (ContradictionException e) {
            throw new DeadLetterException(e.getMessage());
        }
    }

    @Reaction
    void refundRequested(List<Received<RefundRequested>> batch) {
        requests.refunds(heard(batch));
    }

    private static <E extends Event> List<Heard<E>> heard(List<Received<E>> batch) {
        return batch.stream()
                .map(received ->
                        new Heard<>(received.event(), received.context().envelope()))
                .toList();
    }
}

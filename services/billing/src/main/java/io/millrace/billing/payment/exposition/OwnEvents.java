package io.millrace.billing.payment.exposition;

import io.millrace.billing.payment.service.PaymentMemory;
import io.millrace.billing.payment.service.Recollection;
import io.millrace.chassis.handler.EventHandler;
import io.millrace.chassis.handler.Reaction;
import io.millrace.chassis.handler.Received;
import io.millrace.contracts.Envelope;
import io.millrace.contracts.billing.PaymentCaptured;
import io.millrace.contracts.billing.PaymentDeclined;
import io.millrace.contracts.billing.PaymentEvent;
import io.millrace.contracts.billing.PaymentRefunded;
import io.millrace.contracts.billing.PaymentVoided;
import java.util.List;

/** What this service itself has said, for a database that has forgotten it. */
@EventHandler(from = "billing")
class OwnEvents {

    private final PaymentMemory memory;

    OwnEvents(PaymentMemory memory) {
        this.memory = memory;
    }

    @Reaction
    void captured(List<Received<PaymentCaptured>> batch) {
        recollect(batch);
    }

    @Reaction
    void declined(List<Received<PaymentDeclined>> batch) {
        recollect(batch);
    }

    @Reaction
    void refunded(List<Received<PaymentRefunded>> batch) {
        recollect(batch);
    }

    @Reaction
    void voided(List<Received<PaymentVoided>> batch) {
        recollect(batch);
    }

    private <E extends PaymentEvent> void recollect(List<Received<E>> batch) {
        memory.recollect(batch.stream().map(OwnEvents::recollection).toList());
    }

    private static <E extends PaymentEvent> Recollection recollection(Received<E> received) {
        Envelope envelope = received.context().envelope();
        return new Recollection(envelope.subject(), received.event(), envelope.sequence());
    }
}

package io.millrace.orders.fulfilment.exposition;

import io.millrace.chassis.handler.EventHandler;
import io.millrace.chassis.handler.Reaction;
import io.millrace.chassis.handler.Received;
import io.millrace.contracts.billing.PaymentCaptured;
import io.millrace.contracts.billing.PaymentDeclined;
import io.millrace.contracts.billing.PaymentRefunded;
import io.millrace.contracts.billing.PaymentVoided;
import io.millrace.orders.fulfilment.service.FulfilmentAnswers;
import java.util.List;

/** What billing answers. */
@EventHandler(from = "billing")
class PaymentAnswers {

    private final FulfilmentAnswers answers;

    PaymentAnswers(FulfilmentAnswers answers) {
        this.answers = answers;
    }

    @Reaction
    void captured(List<Received<PaymentCaptured>> batch) {
        answers.take(Heard.answers(batch, PaymentCaptured::orderId));
    }

    @Reaction
    void declined(List<Received<PaymentDeclined>> batch) {
        answers.take(Heard.answers(batch, PaymentDeclined::orderId));
    }

    @Reaction
    void refunded(List<Received<PaymentRefunded>> batch) {
        answers.take(Heard.answers(batch, PaymentRefunded::orderId));
    }

    @Reaction
    void voided(List<Received<PaymentVoided>> batch) {
        answers.take(Heard.answers(batch, PaymentVoided::orderId));
    }
}

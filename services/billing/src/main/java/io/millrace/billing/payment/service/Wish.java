package io.millrace.billing.payment.service;

import io.millrace.contracts.billing.PaymentCaptured;
import io.millrace.contracts.billing.PaymentDeclined;
import io.millrace.contracts.billing.PaymentEvent;
import io.millrace.contracts.billing.PaymentRefunded;
import io.millrace.contracts.billing.PaymentVoided;

/** What orders can ask for. */
public enum Wish {
    PAYMENT,
    REFUND;

    /** The wish that an event answers. */
    public static Wish answeredBy(PaymentEvent event) {
        return switch (event) {
            case PaymentCaptured _, PaymentDeclined _ -> PAYMENT;
            case PaymentRefunded _, PaymentVoided _ -> REFUND;
        };
    }
}

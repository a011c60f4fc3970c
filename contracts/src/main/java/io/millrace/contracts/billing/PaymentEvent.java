package io.millrace.contracts.billing;

import io.millrace.contracts.Event;

/** What can happen to the payment of an order. */
public sealed interface PaymentEvent extends Event
        permits PaymentCaptured, PaymentDeclined, PaymentRefunded, PaymentVoided {}

package io.millrace.contracts.billing;

import io.millrace.contracts.EventContract;

/** No money was taken for an order, and none will be. */
@EventContract("billing.payment.voided")
public record PaymentVoided(String orderId) implements PaymentEvent {}

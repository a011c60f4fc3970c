package io.millrace.contracts.billing;

import io.millrace.contracts.EventContract;
import io.millrace.contracts.Money;

/**
 * The money for an order was taken.
 *
 * @param amount what was taken
 * @param providerReference what the provider calls it
 */
@EventContract("billing.payment.captured")
public record PaymentCaptured(String orderId, Money amount, String providerReference) implements PaymentEvent {}

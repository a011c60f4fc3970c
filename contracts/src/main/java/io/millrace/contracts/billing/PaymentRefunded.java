package io.millrace.contracts.billing;

import io.millrace.contracts.EventContract;
import io.millrace.contracts.Money;

/**
 * All money that was taken for an order was given back.
 *
 * @param amount what was given back
 * @param providerReference what the provider calls it
 */
@EventContract("billing.payment.refunded")
public record PaymentRefunded(String orderId, Money amount, String providerReference) implements PaymentEvent {}

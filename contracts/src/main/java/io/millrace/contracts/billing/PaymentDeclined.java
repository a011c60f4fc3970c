package io.millrace.contracts.billing;

import io.millrace.contracts.EventContract;
import io.millrace.contracts.Money;

/**
 * The money for an order was refused, and none was taken.
 *
 * @param amount what was asked for
 * @param reason the provider's code, for example card_declined
 */
@EventContract("billing.payment.declined")
public record PaymentDeclined(String orderId, Money amount, String reason) implements PaymentEvent {}

package io.millrace.contracts.orders;

import io.millrace.contracts.EventContract;
import io.millrace.contracts.Money;

/**
 * Asks billing to take the money for an order.
 *
 * @param amount what to take
 * @param cardToken what the payment provider knows the card by
 */
@EventContract("orders.fulfilment.payment_requested")
public record PaymentRequested(String orderId, String customerId, Money amount, String cardToken)
        implements FulfilmentEvent {}

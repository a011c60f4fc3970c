package io.millrace.orders.fulfilment.service;

import io.millrace.contracts.Money;
import io.millrace.contracts.Pieces;
import io.millrace.orders.order.service.Order;
import java.util.List;

/**
 * What a fulfilment knows.
 *
 * @param pieces what to keep, a line for each of the order
 * @param failure a word in snake_case for why it came to nothing, or null
 * @param detail the same for people, or null
 */
public record Fulfilment(
        String orderId,
        String customerId,
        List<Pieces> pieces,
        Money total,
        String cardToken,
        String failure,
        String detail) {

    /** The word for an order that somebody cancelled. */
    static final String CANCELLED = "cancelled";

    public Fulfilment {
        pieces = List.copyOf(pieces);
    }

    /** What is to be done for an order. */
    public static Fulfilment of(Order order) {
        return new Fulfilment(
                order.id(),
                order.customerId(),
                order.lines().stream()
                        .map(line -> new Pieces(line.sku(), line.quantity()))
                        .toList(),
                order.total(),
                order.cardToken(),
                null,
                null);
    }

    /** The same, not wanted any more. */
    public Fulfilment cancelled() {
        return failed(CANCELLED, CANCELLED);
    }

    /** The same, wanted after all: it was on its way already. */
    Fulfilment goesOn() {
        return failed(null, null);
    }

    Fulfilment failed(String word, String words) {
        return new Fulfilment(orderId, customerId, pieces, total, cardToken, word, words);
    }

    boolean wasCancelled() {
        return CANCELLED.equals(failure);
    }
}

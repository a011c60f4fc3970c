package io.millrace.orders.order.service;

import io.millrace.contracts.Money;
import io.millrace.contracts.orders.OrderLine;
import java.math.BigDecimal;
import java.util.List;

/** What lines add up to, or why they do not make an order. */
public sealed interface Pricing {

    /** From here on a total has more than the 15 digits before the point that {@link Money} takes. */
    BigDecimal TOO_MUCH = BigDecimal.TEN.pow(15);

    /** They make an order. */
    record Total(Money total) implements Pricing {}

    /** They do not. */
    sealed interface Refusal extends Pricing {}

    /**
     * An order has one currency.
     *
     * @param line the index of the first line with another one
     * @param expected the currency of the lines before
     */
    record MixedCurrencies(int line, String expected) implements Refusal {}

    /** The total has too many digits. */
    record TooExpensive() implements Refusal {}

    /** The lines have more text than an event can carry. */
    record TooMuchText() implements Refusal {}

    /** @param lines at least one */
    static Pricing of(List<OrderLine> lines) {
        String currency = lines.getFirst().unitPrice().currency();
        for (int line = 1; line < lines.size(); line++) {
            if (!lines.get(line).unitPrice().currency().equals(currency)) {
                return new MixedCurrencies(line, currency);
            }
        }
        if (!EventText.fits(lines)) {
            return new TooMuchText();
        }
        BigDecimal sum = lines.stream().map(Pricing::price).reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.compareTo(TOO_MUCH) < 0 ? new Total(Money.of(sum, currency)) : new TooExpensive();
    }

    private static BigDecimal price(OrderLine line) {
        return line.unitPrice().toDecimal().multiply(BigDecimal.valueOf(line.quantity()));
    }
}

package io.millrace.orders.order.service;

import io.millrace.contracts.Money;
import io.millrace.contracts.orders.OrderLine;
import io.millrace.orders.product.service.Product;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What lines add up to, or why they do not make an order. */
public sealed interface Pricing {

    /** From here on a total has more than the 15 digits before the point that {@link Money} takes. */
    BigDecimal TOO_MUCH = BigDecimal.TEN.pow(15);

    /**
     * They make an order. Prices are kept in one way of writing: 2.5 and 2.50 are the same there.
     *
     * @param total the exact sum of the lines, rounded once to what can be {@linkplain Money#payable paid}
     */
    record Priced(List<OrderLine> lines, Money total) implements Pricing {}

    /** They do not. */
    sealed interface Refusal extends Pricing {}

    /** Nothing was heard of this product, or not yet. */
    record UnknownProduct(int line) implements Refusal {}

    /**
     * A price was agreed in a currency that the product is not sold in.
     *
     * @param expected the product's
     */
    record OtherCurrency(int line, String expected) implements Refusal {}

    /**
     * An order has one currency.
     *
     * @param line the index of the first line with another one
     * @param expected the currency of the lines before
     */
    record MixedCurrencies(int line, String expected) implements Refusal {}

    /** The total has too many digits. */
    record TooExpensive() implements Refusal {}

    /** Nobody can pay in the currency that the products are sold in. */
    record NoSuchCurrency(String currency) implements Refusal {}

    /** The total is less than anything that can be paid. */
    record NothingToPay() implements Refusal {}

    /** The lines have more text than an event can carry. */
    record TooMuchText() implements Refusal {}

    /**
     * @param wanted at least one
     * @param products those that are known
     */
    static Pricing of(List<WantedLine> wanted, Map<String, Product> products) {
        List<OrderLine> lines = new ArrayList<>();
        for (int index = 0; index < wanted.size(); index++) {
            WantedLine line = wanted.get(index);
            Product product = products.get(line.sku());
            if (product == null) {
                return new UnknownProduct(index);
            }
            Money price = line.unitPrice().orElse(product.price());
            if (!price.currency().equals(product.price().currency())) {
                return new OtherCurrency(index, product.price().currency());
            }
            if (index > 0
                    && !price.currency().equals(lines.getFirst().unitPrice().currency())) {
                return new MixedCurrencies(index, lines.getFirst().unitPrice().currency());
            }
            lines.add(new OrderLine(
                    line.sku(),
                    line.description().orElse(product.description()),
                    line.quantity(),
                    Money.of(price.toDecimal(), price.currency())));
        }
        return total(lines);
    }

    private static Pricing total(List<OrderLine> lines) {
        if (!EventText.fits(lines)) {
            return new TooMuchText();
        }
        String currency = lines.getFirst().unitPrice().currency();
        if (Money.decimalsOf(currency).isEmpty()) {
            return new NoSuchCurrency(currency);
        }
        BigDecimal sum = lines.stream().map(Pricing::price).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal paid = Money.payable(sum, currency);
        if (paid.compareTo(TOO_MUCH) >= 0) {
            return new TooExpensive();
        }
        return paid.signum() == 0 ? new NothingToPay() : new Priced(lines, Money.of(paid, currency));
    }

    private static BigDecimal price(OrderLine line) {
        return line.unitPrice().toDecimal().multiply(BigDecimal.valueOf(line.quantity()));
    }
}

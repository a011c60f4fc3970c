package io.millrace.orders.order.service;

import io.millrace.contracts.Money;
import io.millrace.contracts.orders.OrderLine;
import java.util.Optional;

/**
 * A line as somebody orders it.
 *
 * @param description in other words than the product's
 * @param unitPrice an agreed price, in place of the product's
 */
public record WantedLine(String sku, Optional<String> description, int quantity, Optional<Money> unitPrice) {

    /** Whether that line came of such a wish. Prices are the same in whatever way they are written. */
    boolean isAskedForBy(OrderLine line) {
        return sku.equals(line.sku())
                && quantity == line.quantity()
                && description.map(line.description()::equals).orElse(true)
                && unitPrice.map(price -> isSame(price, line.unitPrice())).orElse(true);
    }

    private static boolean isSame(Money one, Money other) {
        return one.currency().equals(other.currency()) && one.toDecimal().compareTo(other.toDecimal()) == 0;
    }
}

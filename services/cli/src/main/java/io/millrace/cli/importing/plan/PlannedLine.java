package io.millrace.cli.importing.plan;

import io.millrace.cli.importing.csv.RetailLine;
import java.math.BigDecimal;

/** A line of the file that is fit for an order. */
public record PlannedLine(RetailLine source, String sku, String description, int quantity, BigDecimal unitPrice) {

    /** What the prices of these files are in. */
    public static final String CURRENCY = "GBP";

    public BigDecimal total() {
        return unitPrice.multiply(BigDecimal.valueOf(quantity));
    }
}

package io.millrace.cli.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * The four figures of orders. Those who know a part of them must count the same: see {@link ShipmentFigures} and {@link
 * PaymentFigures}.
 *
 * @param revenue the sum of all lines by currency
 * @param customers how many customers have an order
 */
public record Figures(long orders, long lines, Map<String, BigDecimal> revenue, long customers) {

    static final Figures NONE = new Figures(0, 0, Map.of(), 0);

    public Figures {
        revenue = Revenue.plain(revenue);
    }

    /** Reads what {@code /order-figures} answers. */
    public static Figures of(JsonNode json) {
        return new Figures(
                json.path("orders").asLong(),
                json.path("lines").asLong(),
                Revenue.of(json.path("revenue")),
                json.path("customers").asLong());
    }

    /** The revenue for people to read: {@code 197573.37 GBP}. */
    public String revenueText() {
        return Revenue.text(revenue);
    }

    /** The same currency by currency, one at least. */
    public List<String> revenueTexts() {
        return Revenue.texts(revenue);
    }
}

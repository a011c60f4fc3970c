package io.millrace.cli.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What billing counts.
 *
 * @param orders those that are paid, and whose money was not given back
 * @param revenue what was taken and not given back, by currency
 */
public record PaymentFigures(long orders, Map<String, BigDecimal> revenue) {

    static final PaymentFigures NONE = new PaymentFigures(0, Map.of());

    public PaymentFigures {
        revenue = Revenue.plain(revenue);
    }

    /** Reads what {@code /payment-figures} answers. */
    public static PaymentFigures of(JsonNode json) {
        return new PaymentFigures(
                json.at("/states/CAPTURED").asLong(),
                Revenue.difference(Revenue.of(json.path("captured")), Revenue.of(json.path("refunded"))));
    }

    /** Whether each of these orders is paid, and nothing else is. */
    public boolean agreesWith(Figures figures) {
        return equals(new PaymentFigures(figures.orders(), figures.revenue()));
    }

    /** The revenue for people to read, currency by currency, one at least: {@code 197573.37 GBP}. */
    public List<String> revenueTexts() {
        return Revenue.texts(revenue);
    }
}

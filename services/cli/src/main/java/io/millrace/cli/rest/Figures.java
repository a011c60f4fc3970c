package io.millrace.cli.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The four figures that must be the same wherever they are counted.
 *
 * @param revenue the sum of all lines by currency
 * @param customers how many customers have an order
 */
public record Figures(long orders, long lines, Map<String, BigDecimal> revenue, long customers) {

    public Figures {
        Map<String, BigDecimal> plain = new TreeMap<>();
        revenue.forEach((currency, amount) -> plain.put(currency, twoPlaces(amount)));
        revenue = Map.copyOf(plain);
    }

    /** Reads what {@code /order-figures} and {@code /shipment-figures} answer. */
    public static Figures of(JsonNode json) {
        Map<String, BigDecimal> revenue = new TreeMap<>();
        for (JsonNode money : json.path("revenue")) {
            revenue.put(
                    money.path("currency").asText(),
                    new BigDecimal(money.path("amount").asText("0")));
        }
        return new Figures(
                json.path("orders").asLong(),
                json.path("lines").asLong(),
                revenue,
                json.path("customers").asLong());
    }

    /** The revenue for people to read: {@code 197573.37 GBP}. */
    public String revenueText() {
        String text = new TreeMap<>(revenue)
                .entrySet().stream()
                        .map(entry -> entry.getValue().toPlainString() + " " + entry.getKey())
                        .collect(Collectors.joining(", "));
        return text.isEmpty() ? "0.00" : text;
    }

    private static BigDecimal twoPlaces(BigDecimal amount) {
        BigDecimal exact = amount.stripTrailingZeros();
        return exact.scale() < 2 ? exact.setScale(2) : exact;
    }
}

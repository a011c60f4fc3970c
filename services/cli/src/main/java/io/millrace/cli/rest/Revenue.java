package io.millrace.cli.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sums of money by currency. Those of nothing are left out, so that equal sums are equal however they came about. */
final class Revenue {

    private Revenue() {}

    static Map<String, BigDecimal> plain(Map<String, BigDecimal> sums) {
        Map<String, BigDecimal> plain = new TreeMap<>();
        sums.forEach((currency, amount) -> {
            if (amount.signum() != 0) {
                plain.put(currency, twoPlaces(amount));
            }
        });
        return Map.copyOf(plain);
    }

    /** Reads a list of amounts with their currencies. */
    static Map<String, BigDecimal> of(JsonNode list) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (JsonNode money : list) {
            sums.put(
                    money.path("currency").asText(),
                    new BigDecimal(money.path("amount").asText("0")));
        }
        return sums;
    }

    static Map<String, BigDecimal> difference(Map<String, BigDecimal> sums, Map<String, BigDecimal> less) {
        Map<String, BigDecimal> left = new TreeMap<>(sums);
        less.forEach((currency, amount) -> left.merge(currency, amount.negate(), BigDecimal::add));
        return left;
    }

    /** For people to read: {@code 197573.37 GBP}. */
    static String text(Map<String, BigDecimal> sums) {
        return String.join(", ", texts(sums));
    }

    /** The same currency by currency, one at least. */
    static List<String> texts(Map<String, BigDecimal> sums) {
        return sums.isEmpty()
                ? List.of("0.00")
                : new TreeMap<>(sums)
                        .entrySet().stream()
                                .map(entry -> entry.getValue().toPlainString() + " " + entry.getKey())
                                .toList();
    }

    private static BigDecimal twoPlaces(BigDecimal amount) {
        BigDecimal exact = amount.stripTrailingZeros();
        return exact.scale() < 2 ? exact.setScale(2) : exact;
    }
}

package io.millrace.cli.prove.invariant;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the payment provider says that it has taken and given back.
 *
 * @param charges by the order's id
 * @param refunds by what the provider calls the charge
 */
record ProviderBooks(Map<String, List<Moved>> charges, Map<String, Moved> refunds) {

    /** Money that went one way. */
    record Moved(String id, BigDecimal amount) {

        static Moved of(JsonNode json) {
            return new Moved(
                    json.path("id").asText(), new BigDecimal(json.path("amount").asText()));
        }
    }

    static ProviderBooks of(JsonNode charges, JsonNode refunds) {
        Map<String, List<Moved>> taken = new HashMap<>();
        for (JsonNode charge : charges) {
            String order = charge.path("metadata").path("order").asText();
            taken.computeIfAbsent(order, _ -> new ArrayList<>(1)).add(Moved.of(charge));
        }
        Map<String, Moved> given = new HashMap<>();
        refunds.forEach(refund -> given.put(refund.path("charge").asText(), Moved.of(refund)));
        return new ProviderBooks(taken, given);
    }

    /** Of a provider that nobody asked. */
    static ProviderBooks empty() {
        return new ProviderBooks(Map.of(), Map.of());
    }

    List<Moved> chargesOf(String order) {
        return charges.getOrDefault(order, List.of());
    }

    /** What was taken for an order and not given back. */
    BigDecimal keptFor(String order) {
        return chargesOf(order).stream()
                .map(charge -> charge.amount()
                        .subtract(
                                refunds.containsKey(charge.id())
                                        ? refunds.get(charge.id()).amount()
                                        : BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

package io.millrace.testkit.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.contracts.Money;
import java.math.BigDecimal;

/** What a charge asks for. */
record Charge(String amount, String currency, String source, String order) {

    static Charge of(JsonNode body) {
        return new Charge(
                body.path("amount").asText(),
                body.path("currency").asText(),
                body.path("source").asText(),
                body.path("metadata").path("order").asText());
    }

    /** Whether it says what it must. No card takes half a cent. */
    boolean isComplete() {
        return amount.matches(Money.AMOUNT)
                && new BigDecimal(amount).signum() > 0
                && Money.isPayable(new BigDecimal(amount), currency)
                && !source.isEmpty();
    }

    ObjectNode accepted(String id) {
        ObjectNode charge = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("object", "charge")
                .put("amount", amount)
                .put("currency", currency)
                .put("status", "succeeded");
        charge.putObject("metadata").put("order", order);
        return charge;
    }
}

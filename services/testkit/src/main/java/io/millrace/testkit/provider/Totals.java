package io.millrace.testkit.provider;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.reducing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that has moved.
 *
 * @param charges how many charges there are
 * @param refunds how many of them were given back
 * @param captured the sum of all charges, for each currency
 * @param refunded the sum of all refunds, for each currency
 * @param chargedTwice how many charges there are beyond the first one of their order
 */
public record Totals(
        long charges,
        long refunds,
        Map<String, BigDecimal> captured,
        Map<String, BigDecimal> refunded,
        long chargedTwice) {

    static Totals of(List<ObjectNode> charges, List<ObjectNode> refunds) {
        long orders = charges.stream().map(Ledger::orderOf).distinct().count();
        return new Totals(charges.size(), refunds.size(), sums(charges), sums(refunds), charges.size() - orders);
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("charges", charges).put("refunds", refunds).put("chargedTwice", chargedTwice);
        ObjectNode in = json.putObject("captured");
        captured.forEach((currency, sum) -> in.put(currency, sum.toPlainString()));
        ObjectNode out = json.putObject("refunded");
        refunded.forEach((currency, sum) -> out.put(currency, sum.toPlainString()));
        return json;
    }

    private static Map<String, BigDecimal> sums(List<ObjectNode> moved) {
        return moved.stream()
                .collect(groupingBy(
                        one -> one.path("currency").asText(),
                        TreeMap::new,
                        mapping(
                                one -> new BigDecimal(one.path("amount").asText()),
                                reducing(BigDecimal.ZERO, BigDecimal::add))));
    }
}

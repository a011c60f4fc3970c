package io.millrace.testkit.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * All charges and refunds, and what was answered to which idempotency key.
 *
 * <p>Guarantees: the same key with the same request has one effect and the same answer for ever. What is answered is in the
 * journal before.
 */
final class Ledger {

    /** An answer, and whether it was given to this key before. */
    record Decision(Reply reply, boolean repeated) {}

    private record Decided(String request, Reply reply) {}

    private final Journal journal;
    private final Map<String, Decided> byKey = new HashMap<>();
    private final Map<String, ObjectNode> charges = new LinkedHashMap<>();
    private final Map<String, ObjectNode> refundsByCharge = new LinkedHashMap<>();

    Ledger(Journal journal) {
        this.journal = journal;
        journal.before()
                .forEach(line -> keep(
                        line.path("key").asText(),
                        new Decided(
                                line.path("request").asText(),
                                new Reply(line.path("status").asInt(), (ObjectNode) line.path("answer")))));
    }

    synchronized Decision charge(String key, Charge charge) {
        return decide(key, "charge " + charge, () -> decide(charge));
    }

    synchronized Decision refund(String key, String chargeId) {
        return decide(key, "refund " + chargeId, () -> refund(chargeId));
    }

    synchronized boolean knows(String key) {
        return byKey.containsKey(key);
    }

    /** All charges, or those of one order. */
    synchronized List<ObjectNode> charges(Optional<String> order) {
        return charges.values().stream()
                .filter(charge -> order.isEmpty() || orderOf(charge).equals(order.get()))
                .map(ObjectNode::deepCopy)
                .toList();
    }

    synchronized List<ObjectNode> refunds() {
        return refundsByCharge.values().stream().map(ObjectNode::deepCopy).toList();
    }

    synchronized Totals totals() {
        return Totals.of(new ArrayList<>(charges.values()), new ArrayList<>(refundsByCharge.values()));
    }

    static String orderOf(JsonNode charge) {
        return charge.path("metadata").path("order").asText();
    }

    private Decision decide(String key, String request, Supplier<Reply> decision) {
        Decided before = byKey.get(key);
        if (before != null) {
            return before.request().equals(request)
                    ? new Decision(before.reply(), true)
                    : new Decision(
                            Reply.error(
                                    422,
                                    "idempotency_error",
                                    "idempotency_key_reused",
                                    "This idempotency key was used for another request."),
                            true);
        }
        Decided decided = new Decided(request, decision.get());
        journal.append(line(key, decided));
        keep(key, decided);
        return new Decision(decided.reply(), false);
    }

    private Reply decide(Charge charge) {
        Optional<SandboxCard> card = SandboxCard.of(charge.source());
        return card.isEmpty()
                ? Reply.declined("unknown_card_token")
                : card.get().refusal().map(Reply::declined).orElseGet(() -> Reply.ok(charge.accepted(id("ch_"))));
    }

    private Reply refund(String chargeId) {
        ObjectNode charge = charges.get(chargeId);
        if (charge == null) {
            return Reply.error(404, "invalid_request_error", "resource_missing", "There is no such charge.");
        }
        if (refundsByCharge.containsKey(chargeId)) {
            return Reply.invalid("charge_already_refunded", "The charge was refunded before.");
        }
        return Reply.ok(JsonNodeFactory.instance
                .objectNode()
                .put("id", id("re_"))
                .put("object", "refund")
                .put("charge", chargeId)
                .put("amount", charge.path("amount").asText())
                .put("currency", charge.path("currency").asText())
                .put("status", "succeeded"));
    }

    private void keep(String key, Decided decided) {
        byKey.put(key, decided);
        ObjectNode answer = decided.reply().body();
        switch (answer.path("object").asText()) {
            case "charge" -> charges.put(answer.path("id").asText(), answer);
            case "refund" -> refundsByCharge.put(answer.path("charge").asText(), answer);
            default -> {}
        }
    }

    private static ObjectNode line(String key, Decided decided) {
        ObjectNode line = JsonNodeFactory.instance
                .objectNode()
                .put("key", key)
                .put("request", decided.request())
                .put("status", decided.reply().status());
        line.set("answer", decided.reply().body());
        return line;
    }

    private static String id(String prefix) {
        return prefix + UUID.randomUUID().toString().replace("-", "");
    }
}

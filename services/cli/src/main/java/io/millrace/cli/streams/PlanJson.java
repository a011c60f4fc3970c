package io.millrace.cli.streams;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.chassis.stream.Difference;
import io.nats.client.support.JsonValue;
import java.util.List;
import java.util.Locale;

/** A plan for programs. */
final class PlanJson {

    private static final JsonMapper JSON = new JsonMapper();

    private PlanJson() {}

    static ObjectNode of(Plan plan) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("server", plan.server())
                .put("asDeclared", plan.isDone());
        ArrayNode streams = json.putArray("streams");
        plan.streams()
                .forEach(stream -> streams.add(
                        stream(stream).put("byTemplate", plan.byTemplate().contains(stream.stream()))));
        ArrayNode undeclared = json.putArray("undeclared");
        plan.undeclared().forEach(undeclared::add);
        ArrayNode consumers = json.putArray("consumers");
        plan.consumers().forEach(consumer -> consumers.add(consumer(consumer)));
        return json;
    }

    /** What is left, after what was done. What was lost by it are the changes whose verdict is {@code loses}. */
    static ObjectNode of(Plan left, List<Deed> done) {
        return with(done, of(left));
    }

    /** What was done before the server could not be asked any more. */
    static ObjectNode brokenOff(List<Deed> done, String why) {
        return with(done, JsonNodeFactory.instance.objectNode().put("brokenOff", why));
    }

    private static ObjectNode with(List<Deed> done, ObjectNode json) {
        ArrayNode deeds = json.putArray("done");
        done.forEach(deed -> deeds.add(deed(deed)));
        return json;
    }

    private static ObjectNode deed(Deed deed) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("stream", deed.stream());
        return switch (deed) {
            case Deed.Created _ -> json.put("deed", "created");
            case Deed.Changed changed -> {
                ArrayNode changes = json.put("deed", "changed").putArray("changes");
                changed.changes().forEach(change -> changes.add(change(change)));
                yield json;
            }
        };
    }

    private static ObjectNode stream(StreamPlan plan) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("stream", plan.stream());
        ArrayNode changes = JsonNodeFactory.instance.arrayNode();
        switch (plan) {
            case StreamPlan.Missing _ -> json.put("state", "missing");
            case StreamPlan.Same _ -> json.put("state", "as declared");
            case StreamPlan.Different different -> {
                json.put("state", "different");
                different.changes().forEach(change -> changes.add(change(change)));
            }
        }
        json.set("changes", changes);
        ArrayNode leftOut = json.putArray("leftOut");
        plan.leftOut().forEach(leftOut::add);
        return json;
    }

    private static ObjectNode consumer(ConsumerPlan plan) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("stream", plan.stream())
                .put("consumer", plan.consumer())
                .put("state", plan.isAsDeclared() ? "as declared" : "different");
        ArrayNode changes = json.putArray("changes");
        plan.differences().forEach(difference -> changes.add(difference(difference)));
        return json;
    }

    private static ObjectNode difference(Difference difference) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("field", difference.field());
        json.set("from", node(difference.from()));
        json.set("to", node(difference.to()));
        return json;
    }

    private static ObjectNode change(Change change) {
        ObjectNode json = difference(change.difference());
        return json.put("verdict", change.verdict().name().toLowerCase(Locale.ROOT))
                .put("why", change.why());
    }

    private static JsonNode node(JsonValue value) {
        try {
            return JSON.readTree(value.toJson());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

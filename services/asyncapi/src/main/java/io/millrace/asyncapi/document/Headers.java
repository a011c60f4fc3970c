package io.millrace.asyncapi.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The headers of a message: CloudEvents 1.0 in the binary mode of the NATS binding. */
final class Headers {

    private record Header(String name, boolean always, String description) {}

    private static final String LINK = "The link to the predecessor in the stream";
    private static final String BATCH = "The atomic batch that it was stored with, where it was";

    private static final List<Header> OWN = List.of(
            new Header("ce-id", true, "A UUIDv7"),
            new Header("ce-time", true, "RFC 3339"),
            new Header("ce-subject", true, "The aggregate's id"),
            new Header("ce-sequence", true, "The aggregate's version, from 1 on, without gaps"),
            new Header("ce-correlationid", true, "The business flow: X-Correlation-Id of the request, or a new one"),
            new Header("ce-causationid", true, "The request or the event that caused this one"),
            new Header("ce-actor", true, "Who did it"),
            new Header("traceparent", false, "W3C trace context of the request, where it had one"),
            new Header("tracestate", false, "W3C trace state of the request, where it had one"),
            new Header("Nats-Msg-Id", true, "Begins with ce-id; what may follow tells one sending from another"),
            new Header("Nats-Expected-Last-Msg-Id", false, LINK),
            new Header("Nats-Expected-Last-Sequence", false, LINK),
            new Header("Nats-Batch-Id", false, BATCH),
            new Header("Nats-Batch-Sequence", false, "The place in that batch, from 1 on"),
            new Header("Nats-Batch-Commit", false, "1 where it is the last of that batch"));

    private static final List<Header> FOREIGN = List.of(
            new Header("ce-specversion", false, "1.0"),
            new Header("ce-id", true, "Unique within ce-source"),
            new Header("ce-source", true, "The writer"),
            new Header("ce-time", false, "RFC 3339; else the time of receipt counts"),
            new Header("ce-subject", false, "The aggregate's id; else the message's subject counts"),
            new Header(
                    "ce-dataschema",
                    false,
                    "Whatever the writer likes. Where it is urn:millrace:<ce-type>:<version>, that version counts"),
            new Header("ce-datacontenttype", false, "application/json, with whatever parameters"),
            new Header("ce-sequence", false, "A whole number from 1 on; else the sequence in the stream counts"),
            new Header("ce-correlationid", false, "The business flow; else ce-id counts"),
            new Header("ce-causationid", false, "What caused it; else ce-id counts"),
            new Header("ce-actor", false, "Who did it"),
            new Header("traceparent", false, "W3C trace context"),
            new Header("tracestate", false, "W3C trace state"));

    private Headers() {}

    /** Of events that a service of our own writes. */
    static ObjectNode own(String service, String type, String dataSchema) {
        ObjectNode headers = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode properties = headers.putObject("properties");
        ArrayNode required = JsonNodeFactory.instance.arrayNode();
        constant(properties, required, "ce-specversion", "1.0");
        constant(properties, required, "ce-source", "/millrace/" + service);
        constant(properties, required, "ce-type", type);
        constant(properties, required, "ce-dataschema", dataSchema);
        constant(properties, required, "ce-datacontenttype", "application/json");
        OWN.forEach(header -> add(properties, required, header));
        return headers.set("required", required);
    }

    /** Of events that an outside system writes: CloudEvents leaves most of it to the writer. */
    static ObjectNode foreign(String type) {
        ObjectNode headers = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode properties = headers.putObject("properties");
        ArrayNode required = JsonNodeFactory.instance.arrayNode();
        constant(properties, required, "ce-type", type);
        FOREIGN.forEach(header -> add(properties, required, header));
        return headers.set("required", required);
    }

    private static void constant(ObjectNode properties, ArrayNode required, String name, String value) {
        properties.putObject(name).put("type", "string").put("const", value);
        required.add(name);
    }

    private static void add(ObjectNode properties, ArrayNode required, Header header) {
        properties.putObject(header.name()).put("type", "string").put("description", header.description());
        if (header.always()) {
            required.add(header.name());
        }
    }
}

package io.millrace.cli.prove.invariant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.nats.client.Message;
import io.nats.client.impl.Headers;
import java.io.IOException;

/**
 * An event as a stream holds it, read without any code of the chassis.
 *
 * @param position in the stream
 * @param id {@code ce-id}
 * @param type {@code ce-type}
 * @param aggregate the aggregate's id
 * @param version {@code ce-sequence}
 * @param cause {@code ce-causationid}
 * @param body a missing node if it is no JSON
 */
record StoredEvent(
        String stream,
        long position,
        String id,
        String type,
        String aggregate,
        long version,
        String cause,
        JsonNode body) {

    /** What the ids of aggregates begin with that a defective producer tells of. What they lead to is left open. */
    static final String POISON = "poison-";

    private static final JsonMapper JSON = new JsonMapper();

    static StoredEvent of(Message message) {
        Headers headers = message.getHeaders();
        return new StoredEvent(
                message.metaData().getStream(),
                message.metaData().streamSequence(),
                header(headers, "ce-id"),
                header(headers, "ce-type").intern(),
                header(headers, "ce-subject"),
                number(header(headers, "ce-sequence")),
                header(headers, "ce-causationid"),
                body(message.getData()));
    }

    /** What tells one aggregate from all others: {@code orders.order.4711}. */
    String key() {
        int dot = type.lastIndexOf('.');
        return (dot < 0 ? type : type.substring(0, dot)) + "." + aggregate;
    }

    boolean isPoison() {
        return aggregate.startsWith(POISON);
    }

    String text(String field) {
        return body.path(field).asText();
    }

    private static String header(Headers headers, String name) {
        String value = headers == null
                ? null
                : headers.getIgnoreCase(name) == null
                        ? null
                        : headers.getIgnoreCase(name).getFirst();
        return value == null ? "" : value;
    }

    private static long number(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    private static JsonNode body(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (JsonProcessingException noJson) {
            return MissingNode.getInstance();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

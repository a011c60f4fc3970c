package io.millrace.chassis.stream;

import io.nats.client.support.JsonValue;

/**
 * A field of a stream that is not as it is declared.
 *
 * @param from what the server has; {@link JsonValue#NULL} for nothing, which is also no, zero and empty
 * @param to what is declared, in the same way
 */
public record Difference(String field, JsonValue from, JsonValue to) {

    boolean isOne() {
        return !from.equals(to);
    }

    /** The server's value for people, such as {@code 90d}, {@code 1 MiB} or {@code unlimited}. */
    public String fromText() {
        return FieldText.of(field, from, to);
    }

    /** The declared value for people. */
    public String toText() {
        return FieldText.of(field, to, from);
    }
}

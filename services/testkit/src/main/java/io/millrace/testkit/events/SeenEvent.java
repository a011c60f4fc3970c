package io.millrace.testkit.events;

import io.micronaut.json.tree.JsonNode;
import io.millrace.contracts.Envelope;

/**
 * An event as it stands in a stream.
 *
 * @param position its sequence in the stream
 * @param subject what it was published on
 * @param envelope its CloudEvents attributes
 * @param body its JSON
 */
public record SeenEvent(long position, String subject, Envelope envelope, JsonNode body) {

    /** One line for people. */
    @Override
    public String toString() {
        return "%d. %s %s v%d %s"
                .formatted(position, envelope.type(), envelope.subject(), envelope.sequence(), WireContract.text(body));
    }
}

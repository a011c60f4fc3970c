package io.millrace.chassis.source;

import java.time.Instant;
import java.util.Optional;

/** One message of a stream, not yet decoded. */
public interface SourceMessage {

    /** Its sequence in the stream, from 1 on. */
    long sequence();

    /** What is published on, for example {@code evt.orders.order.0198c1.placed}. */
    String subject();

    /** Its {@code ce-id}, or else its {@code Nats-Msg-Id}, in exactly this case; empty if it was given neither. */
    Optional<String> eventId();

    /**
     * The value of a header that an event brings along, or null. The name is looked for as given, and then in any case.
     */
    String header(String lowerCaseName);

    /** All headers as they came, one {@code name: value} a line. */
    String headerLines();

    /** The body as it came. Not copied: do not write to it. */
    byte[] body();

    /** How many messages of the stream were behind this one when it was delivered. */
    long pending();

    /** When the stream took it, where that is known. */
    default Optional<Instant> storedAt() {
        return Optional.empty();
    }
}

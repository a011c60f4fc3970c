package io.millrace.chassis.eventstore;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.millrace.chassis.contract.ReadableBodies;
import io.millrace.chassis.outbox.EventTypes;
import io.millrace.contracts.Event;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Events and snapshots of one kind of aggregate as the store holds them. */
record StoredJson<S, E extends Event>(AggregateType<S, E> type, ReadableBodies bodies, ObjectMapper mapper) {

    /**
     * The event as the service knows it today, upcast where it was written in an older major version.
     *
     * @throws IllegalStateException the store holds an event that this version of the service does not know
     */
    E event(String name, String schemaVersion, String body) {
        Class<? extends E> known = type.events().get(name);
        if (known == null) {
            throw new IllegalStateException(
                    "the event store holds a " + name + ", which is no event of " + type.name() + " here");
        }
        try {
            byte[] json = bodies.of(EventTypes.of(known), schemaVersion, body.getBytes(UTF_8));
            return mapper.readValue(json, Argument.of(known));
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "the event store holds a " + name + " " + schemaVersion + " that cannot be read: " + e.getMessage(),
                    e);
        }
    }

    S state(String body) {
        try {
            return mapper.readValue(body.getBytes(UTF_8), Argument.of(type.state()));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "a snapshot of " + type.name() + " cannot be read: raise the format when the state changes", e);
        }
    }

    String write(S state) {
        try {
            return new String(mapper.writeValueAsBytes(state), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a snapshot of " + type.name() + " as JSON", e);
        }
    }
}

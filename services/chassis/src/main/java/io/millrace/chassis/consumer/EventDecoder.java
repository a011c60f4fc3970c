package io.millrace.chassis.consumer;

import io.micronaut.serde.ObjectMapper;
import io.millrace.chassis.handler.EventContext;
import io.millrace.chassis.handler.Received;
import io.millrace.chassis.parked.UnreadableEventException;
import io.millrace.chassis.source.SourceMessage;
import io.millrace.contracts.Envelope;
import io.millrace.contracts.EnvelopeException;
import io.millrace.contracts.Event;
import java.io.IOException;

/** Turns a message of a stream into the record that a handler takes. */
final class EventDecoder {

    private final ObjectMapper mapper;
    private final EnvelopeReader envelopes;

    EventDecoder(ObjectMapper mapper, EnvelopeReader envelopes) {
        this.mapper = mapper;
        this.envelopes = envelopes;
    }

    /**
     * The event type that a message claims, read without decoding anything else.
     *
     * @throws UnreadableEventException if it claims none
     */
    static String typeOf(SourceMessage message) {
        String type = message.header("ce-type");
        if (type == null || type.isEmpty()) {
            throw new UnreadableEventException("header ce-type is missing", null);
        }
        return type;
    }

    /**
     * Decodes a message. Fields that the record does not know are passed over.
     *
     * @throws UnreadableEventException if envelope or body are not what the contract says
     */
    Received<Event> decode(SourceMessage message, HandlerMethod method, String consumer) {
        try {
            Envelope envelope = envelopes.read(message, method);
            requireSameMajor(envelope.schemaVersion(), method);
            Event event = mapper.readValue(message.body(), method.argument());
            if (event == null) {
                throw new UnreadableEventException("the body is empty", null);
            }
            return new Received<>(event, new EventContext(envelope, consumer, message.sequence()));
        } catch (IOException | IllegalArgumentException | EnvelopeException e) {
            throw new UnreadableEventException(e.getMessage(), e);
        } catch (StackOverflowError e) {
            throw new UnreadableEventException("the body is nested too deeply", e);
        }
    }

    private static void requireSameMajor(String version, HandlerMethod method) {
        String known = method.eventType().version();
        if (!major(version).equals(major(known))) {
            throw new UnreadableEventException(
                    "its schema version is " + version + ", and " + method + " knows " + known, null);
        }
    }

    private static String major(String version) {
        int dot = version.indexOf('.');
        return dot < 0 ? version : version.substring(0, dot);
    }
}

package io.millrace.chassis.consumer;

import io.micronaut.serde.ObjectMapper;
import io.millrace.chassis.contract.ReadableBodies;
import io.millrace.chassis.handler.EventContext;
import io.millrace.chassis.handler.Received;
import io.millrace.chassis.parked.UnreadableEventException;
import io.millrace.chassis.source.SourceMessage;
import io.millrace.contracts.Envelope;
import io.millrace.contracts.Event;
import java.io.IOException;

/** Turns a message of a stream into the record that a handler takes. */
final class EventDecoder {

    private final ObjectMapper mapper;
    private final ReadableBodies bodies;
    private final EnvelopeReader envelopes;

    EventDecoder(ObjectMapper mapper, ReadableBodies bodies, EnvelopeReader envelopes) {
        this.mapper = mapper;
        this.bodies = bodies;
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
     * Decodes a message. A body of an older major version is upcast; fields that the record does not know are passed over.
     *
     * @throws UnreadableEventException if envelope or body are not what the contract says
     */
    Received<Event> decode(SourceMessage message, HandlerMethod method, String consumer) {
        try {
            Envelope envelope = envelopes.read(message, method.eventType());
            String version = envelopes.version(envelope, method.eventType());
            byte[] body = envelopes.body(bodies, method.eventType(), version, message.body());
            Event event = mapper.readValue(body, method.argument());
            if (event == null) {
                throw new UnreadableEventException("the body is empty", null);
            }
            return new Received<>(event, new EventContext(envelope, consumer, message.sequence()));
        } catch (UnreadableEventException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Nothing here depends on anything but the message: to read it again could not help, and would never end.
            throw new UnreadableEventException(e.getMessage() == null ? e.toString() : e.getMessage(), e);
        } catch (LinkageError e) {
            throw new UnreadableEventException("its record or upcaster cannot be used: " + e, e);
        } catch (StackOverflowError e) {
            throw new UnreadableEventException("the body is nested too deeply", e);
        }
    }
}

package io.millrace.chassis.outbox;

import com.github.f4b6a3.uuid.UuidCreator;
import io.micronaut.serde.ObjectMapper;
import io.millrace.chassis.ServiceIdentity;
import io.millrace.chassis.contract.EmittedBodies;
import io.millrace.contracts.Envelope;
import io.millrace.contracts.Event;
import io.millrace.contracts.EventType;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;

/** Turns an emission into what the stream will hold. */
@Singleton
public class EventEncoder {

    /** Leaves room for headers under the server's default limit of 1 MiB a message. */
    static final int MAX_BODY_BYTES = 900 * 1024;

    private final ServiceIdentity identity;
    private final ObjectMapper mapper;
    private final EmittedBodies contracts;
    private final EventTraces traces;
    private final Clock clock;

    protected EventEncoder(
            ServiceIdentity identity,
            @Named("events") ObjectMapper mapper,
            EmittedBodies contracts,
            EventTraces traces,
            Clock clock) {
        this.identity = identity;
        this.mapper = mapper;
        this.contracts = contracts;
        this.traces = traces;
        this.clock = clock;
    }

    /**
     * The event as it will go out, with an id of its own and the present time.
     *
     * @throws io.millrace.chassis.contract.ContractViolationException the event is not what its contract says
     * @throws IllegalArgumentException the event is larger than a stream takes
     */
    public EncodedEvent encode(Emission emission) {
        EventType type = EventTypes.of(emission.event().getClass());
        return new EncodedEvent(
                envelope(emission, type),
                identity.subject(type, emission.aggregateId()).toString(),
                body(emission.event(), type));
    }

    private Envelope envelope(Emission emission, EventType type) {
        String id = UuidCreator.getTimeOrderedEpoch().toString();
        Cause cause = traces.created(type, id, emission.cause());
        return new Envelope(
                id,
                identity.source(),
                type.name(),
                clock.instant(),
                emission.aggregateId(),
                type.dataSchema(),
                emission.version(),
                cause.correlationId(),
                cause.causationId(),
                cause.actor(),
                cause.traceparent(),
                cause.tracestate());
    }

    private byte[] body(Event event, EventType type) {
        try {
            byte[] body = mapper.writeValueAsBytes(event);
            if (body.length > MAX_BODY_BYTES) {
                throw new IllegalArgumentException(type.name() + " has " + body.length + " bytes, and an event has "
                        + MAX_BODY_BYTES + " at most");
            }
            contracts.require(type, body);
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + type.name() + " as JSON", e);
        }
    }
}

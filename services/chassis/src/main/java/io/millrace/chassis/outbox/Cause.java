package io.millrace.chassis.outbox;

import static java.util.Objects.requireNonNull;

import com.github.f4b6a3.uuid.UuidCreator;
import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.core.propagation.ThreadPropagatedContextElement;
import io.millrace.contracts.Envelope;
import io.millrace.contracts.TraceContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.MDC;

/**
 * What led to an event. While it is current on a thread, log lines bear its ids.
 *
 * @param correlationId the business flow
 * @param causationId the request or the event
 * @param actor who did it
 * @param traceparent W3C trace context, where there is one
 * @param tracestate W3C trace state, where there is one
 */
public record Cause(
        String correlationId,
        String causationId,
        String actor,
        Optional<String> traceparent,
        Optional<String> tracestate)
        implements ThreadPropagatedContextElement<Map<String, String>> {

    public static final String ANONYMOUS = "anonymous";

    public Cause {
        requireNonNull(correlationId, "correlationId");
        requireNonNull(causationId, "causationId");
        requireNonNull(actor, "actor");
    }

    /** A received event as a cause: the flow, the actor and the trace go on. */
    public static Cause of(Envelope envelope) {
        return new Cause(
                envelope.correlationId(),
                envelope.id(),
                envelope.actor(),
                envelope.traceparent(),
                envelope.tracestate());
    }

    /** What this thread is working on, or a cause of its own where nobody said. */
    public static Cause current() {
        return PropagatedContext.getOrEmpty().find(Cause.class).orElseGet(Cause::spontaneous);
    }

    @Override
    public Map<String, String> updateThreadContext() {
        Map<String, String> before = MDC.getCopyOfContextMap();
        Map<String, String> now = before == null ? new HashMap<>() : new HashMap<>(before);
        now.put("correlation", correlationId);
        now.put("cause", causationId);
        new TraceContext(traceparent, tracestate).traceId().ifPresent(id -> now.put("trace", id));
        MDC.setContextMap(now);
        return before == null ? Map.of() : before;
    }

    @Override
    public void restoreThreadContext(Map<String, String> before) {
        MDC.setContextMap(before);
    }

    private static Cause spontaneous() {
        String id = UuidCreator.getTimeOrderedEpoch().toString();
        return new Cause(id, id, ANONYMOUS, Optional.empty(), Optional.empty());
    }
}

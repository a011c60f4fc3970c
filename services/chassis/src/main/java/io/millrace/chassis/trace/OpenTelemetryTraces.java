package io.millrace.chassis.trace;

import io.millrace.chassis.outbox.Cause;
import io.millrace.chassis.outbox.EventTraces;
import io.millrace.contracts.Envelope;
import io.millrace.contracts.EventType;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Spans after the semantic conventions for messaging: {@code create <type>} where an event is emitted, {@code process <type>}
 * where it is handled. The second is a child of the first, however much later and in whatever process, and linked to it.
 */
final class OpenTelemetryTraces implements EventTraces {

    private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();

    private final Tracer tracer;

    OpenTelemetryTraces(OpenTelemetry telemetry) {
        this.tracer = telemetry.getTracer("io.millrace.chassis");
    }

    @Override
    public Cause created(EventType type, String eventId, Cause cause) {
        Context parent = Span.current().getSpanContext().isValid() ? Context.current() : context(cause);
        Span span =
                span("create", type.name(), eventId, SpanKind.PRODUCER, parent).startSpan();
        span.end();
        return within(cause, parent.with(span));
    }

    @Override
    public Handled handling(Envelope event, String consumer) {
        Cause cause = Cause.of(event);
        Context creator = context(cause);
        SpanBuilder builder = span("process", event.type(), event.id(), SpanKind.CONSUMER, creator)
                .setAttribute("messaging.consumer.group.name", consumer);
        if (Span.fromContext(creator).getSpanContext().isValid()) {
            builder.addLink(Span.fromContext(creator).getSpanContext());
        }
        Span span = builder.startSpan();
        return new Handling(span, within(cause, creator.with(span)));
    }

    private record Handling(Span span, Cause cause) implements Handled {

        @Override
        public void failed(Throwable failure) {
            span.setStatus(StatusCode.ERROR, failure.toString());
            span.recordException(failure);
        }

        @Override
        public void failedTogether() {
            span.setAttribute("millrace.batch.failed", true);
        }

        @Override
        public void close() {
            span.end();
        }
    }

    private SpanBuilder span(String operation, String type, String eventId, SpanKind kind, Context parent) {
        return tracer.spanBuilder(operation + " " + type)
                .setSpanKind(kind)
                .setParent(parent)
                .setAttribute("messaging.system", "nats")
                .setAttribute("messaging.operation.name", operation)
                .setAttribute("messaging.operation.type", operation)
                .setAttribute("messaging.destination.name", "evt." + type)
                .setAttribute("messaging.message.id", eventId);
    }

    private static Context context(Cause cause) {
        return cause.traceparent()
                .map(parent -> W3C.extract(Context.root(), headers(parent, cause.tracestate()), GETTER))
                .orElse(Context.root());
    }

    private static Map<String, String> headers(String parent, Optional<String> state) {
        Map<String, String> headers = new HashMap<>(Map.of("traceparent", parent));
        state.ifPresent(value -> headers.put("tracestate", value));
        return headers;
    }

    private static Cause within(Cause cause, Context context) {
        Map<String, String> headers = new HashMap<>();
        W3C.inject(context, headers, Map::put);
        return new Cause(
                cause.correlationId(),
                cause.causationId(),
                cause.actor(),
                Optional.ofNullable(headers.get("traceparent")),
                Optional.ofNullable(headers.get("tracestate")));
    }

    private static final TextMapGetter<Map<String, String>> GETTER = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Map<String, String> headers) {
            return List.copyOf(headers.keySet());
        }

        @Override
        public String get(Map<String, String> headers, String name) {
            return headers.get(name);
        }
    };
}

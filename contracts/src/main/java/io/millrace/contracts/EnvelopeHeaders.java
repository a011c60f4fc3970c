package io.millrace.contracts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The envelope as headers of a NATS message: CloudEvents 1.0, NATS binding, binary mode.
 *
 * <p>Names are written in lower case. Values are percent-encoded as the binding asks for: blank, double quote, percent
 * and everything outside printable ASCII.
 */
public final class EnvelopeHeaders {

    /** What the server knows a message by: the event's id, alone or with what tells one sending of it from another. */
    public static final String MESSAGE_ID = "Nats-Msg-Id";

    /** The event's id, which is the same however often it is sent. */
    public static final String EVENT_ID = "ce-id";

    private EnvelopeHeaders() {}

    /** The headers of an event, in the order in which people like to read them. */
    public static Map<String, String> write(Envelope envelope) {
        Map<String, String> headers = new LinkedHashMap<>(24);
        headers.put("ce-specversion", "1.0");
        headers.put(EVENT_ID, PercentCode.encode(envelope.id()));
        headers.put("ce-source", PercentCode.encode(envelope.source()));
        headers.put("ce-type", PercentCode.encode(envelope.type()));
        headers.put("ce-time", envelope.time().toString());
        headers.put("ce-subject", PercentCode.encode(envelope.subject()));
        headers.put("ce-dataschema", PercentCode.encode(envelope.dataSchema()));
        headers.put("ce-datacontenttype", "application/json");
        headers.put("ce-sequence", Long.toString(envelope.sequence()));
        headers.put("ce-correlationid", PercentCode.encode(envelope.correlationId()));
        headers.put("ce-causationid", PercentCode.encode(envelope.causationId()));
        headers.put("ce-actor", PercentCode.encode(envelope.actor()));
        envelope.traceparent().ifPresent(value -> headers.put("traceparent", value));
        envelope.tracestate().ifPresent(value -> headers.put("tracestate", value));
        headers.put(MESSAGE_ID, envelope.id());
        return headers;
    }

    /**
     * Reads an envelope. A trace context that is not well-formed is passed over.
     *
     * @param header gives the value of a header by its lower-case name whatever the case on the wire, or null
     * @throws EnvelopeException if an attribute is missing or does not parse; the message names it
     */
    public static Envelope read(Function<String, String> header) {
        String specVersion = require(header, "ce-specversion");
        if (!specVersion.equals("1.0")) {
            throw new EnvelopeException("ce-specversion is '" + specVersion + "', and 1.0 is what can be read");
        }
        requireJson(header.apply("ce-datacontenttype"));
        String id = require(header, "ce-id");
        TraceContext trace = TraceContext.read(header);
        return new Envelope(
                id,
                require(header, "ce-source"),
                require(header, "ce-type"),
                EventTime.parse(require(header, "ce-time")),
                require(header, "ce-subject"),
                require(header, "ce-dataschema"),
                sequence(require(header, "ce-sequence")),
                orElse(header, "ce-correlationid", id),
                orElse(header, "ce-causationid", id),
                orElse(header, "ce-actor", "unknown"),
                trace.parent(),
                trace.state());
    }

    private static void requireJson(String contentType) {
        if (contentType != null && !isJson(contentType)) {
            throw new EnvelopeException(
                    "ce-datacontenttype is '" + contentType + "', and application/json is what can be read");
        }
    }

    /** Parameters, such as a charset, do not matter: JSON is UTF-8. */
    private static boolean isJson(String contentType) {
        int parameters = contentType.indexOf(';');
        return (parameters < 0 ? contentType : contentType.substring(0, parameters))
                .strip()
                .equalsIgnoreCase("application/json");
    }

    private static String require(Function<String, String> header, String name) {
        String value = orElse(header, name, null);
        if (value == null) {
            throw new EnvelopeException("header " + name + " is missing");
        }
        return value;
    }

    private static String orElse(Function<String, String> header, String name, String missing) {
        String value = header.apply(name);
        return value == null || value.isEmpty() ? missing : PercentCode.decode(value);
    }

    private static long sequence(String value) {
        try {
            long sequence = Long.parseLong(value);
            if (sequence >= 1) {
                return sequence;
            }
        } catch (NumberFormatException e) {
            throw new EnvelopeException("ce-sequence is not a whole number: '" + value + "'", e);
        }
        throw new EnvelopeException("ce-sequence starts at 1, but is " + value);
    }
}

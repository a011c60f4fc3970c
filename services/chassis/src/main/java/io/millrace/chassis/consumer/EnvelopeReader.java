package io.millrace.chassis.consumer;

import io.millrace.chassis.source.SourceMessage;
import io.millrace.contracts.Envelope;
import io.millrace.contracts.EnvelopeHeaders;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads the envelope of a message. Throws {@code EnvelopeException} where an attribute is missing or does not parse. */
sealed interface EnvelopeReader {

    Envelope read(SourceMessage message, HandlerMethod method);

    /** Events of a service of this kind, with everything that the wire contract asks for. */
    record Own() implements EnvelopeReader {
        @Override
        public Envelope read(SourceMessage message, HandlerMethod method) {
            return EnvelopeHeaders.read(message::header);
        }
    }

    /**
     * Events of an outside writer. What CloudEvents leaves optional is filled in: the time by the time of receipt, the
     * aggregate by the message's subject, its version by the sequence in the stream, the schema by what the handler knows.
     */
    record Foreign(Clock clock) implements EnvelopeReader {
        @Override
        public Envelope read(SourceMessage message, HandlerMethod method) {
            Map<String, String> missing = new HashMap<>();
            missing.put("ce-specversion", "1.0");
            missing.put("ce-time", clock.instant().toString());
            missing.put("ce-subject", message.subject());
            missing.put("ce-dataschema", method.eventType().dataSchema());
            missing.put("ce-sequence", Long.toString(message.sequence()));
            return EnvelopeHeaders.read(name -> {
                String value = message.header(name);
                return value == null || value.isEmpty() ? missing.get(name.toLowerCase(Locale.ROOT)) : value;
            });
        }
    }
}

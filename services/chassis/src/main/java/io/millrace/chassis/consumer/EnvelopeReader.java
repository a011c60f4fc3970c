package io.millrace.chassis.consumer;

import io.millrace.chassis.contract.ReadableBodies;
import io.millrace.chassis.source.SourceMessage;
import io.millrace.contracts.Envelope;
import io.millrace.contracts.EnvelopeException;
import io.millrace.contracts.EnvelopeHeaders;
import io.millrace.contracts.EventType;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads the envelope of a message. Throws {@code EnvelopeException} where an attribute is missing or does not parse. */
sealed interface EnvelopeReader {

    /** @param known what the handler takes */
    Envelope read(SourceMessage message, EventType known);

    /** The version of the schema that the body is to be read as, {@code major.minor}. */
    String version(Envelope envelope, EventType known);

    /** The body as the handler knows it. */
    byte[] body(ReadableBodies bodies, EventType known, String version, byte[] stored);

    /** Events of a service of this kind, with everything that the wire contract asks for. */
    record Own() implements EnvelopeReader {

        @Override
        public Envelope read(SourceMessage message, EventType known) {
            return EnvelopeHeaders.read(message::header);
        }

        @Override
        public String version(Envelope envelope, EventType known) {
            return envelope.schemaVersion()
                    .orElseThrow(() -> new EnvelopeException("ce-dataschema is '" + envelope.dataSchema()
                            + "', but must be urn:millrace:" + envelope.type() + ":<major>.<minor>"));
        }

        @Override
        public byte[] body(ReadableBodies bodies, EventType known, String version, byte[] stored) {
            return bodies.of(known, version, stored);
        }
    }

    /**
     * Events of an outside writer. What CloudEvents leaves optional is filled in: the time by the time of receipt, the
     * aggregate by the message's subject, its version by the sequence in the stream, the schema by what the handler knows.
     * A writer may name a schema of its own; that is kept, and its body is read as what the handler knows.
     */
    record Foreign(Clock clock) implements EnvelopeReader {

        @Override
        public Envelope read(SourceMessage message, EventType known) {
            Map<String, String> missing = new HashMap<>();
            missing.put("ce-specversion", "1.0");
            missing.put("ce-time", clock.instant().toString());
            missing.put("ce-subject", message.subject());
            missing.put("ce-dataschema", known.dataSchema());
            missing.put("ce-sequence", Long.toString(message.sequence()));
            return EnvelopeHeaders.read(name -> {
                String value = message.header(name);
                return value == null || value.isEmpty() ? missing.get(name.toLowerCase(Locale.ROOT)) : value;
            });
        }

        @Override
        public String version(Envelope envelope, EventType known) {
            return envelope.schemaVersion().orElse(known.version());
        }

        @Override
        public byte[] body(ReadableBodies bodies, EventType known, String version, byte[] stored) {
            return bodies.ofForeign(known, version, stored);
        }
    }
}

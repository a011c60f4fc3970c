package io.millrace.chassis.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.chassis.source.SourceMessage;
import io.millrace.contracts.Envelope;
import io.millrace.contracts.EnvelopeException;
import io.millrace.contracts.EventType;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnvelopeReaderTest {

    private static final EventType KNOWN = EventType.of("tests.thing.happened", "1.1");

    private final EnvelopeReader own = new EnvelopeReader.Own();
    private final EnvelopeReader foreign = new EnvelopeReader.Foreign(Clock.systemUTC());

    @Test
    void aServiceNamesTheSchemaOfItsEvent() {
        assertThat(version(own, "urn:millrace:tests.thing.happened:1.0")).isEqualTo("1.0");
        assertThatThrownBy(() -> version(own, "urn:millrace:tests.thing.ended:1.0"))
                .isInstanceOf(EnvelopeException.class)
                .hasMessage("ce-dataschema is 'urn:millrace:tests.thing.ended:1.0', but must be"
                        + " urn:millrace:tests.thing.happened:<major>.<minor>");
        assertThatThrownBy(() -> version(own, "https://crm.example/1.0")).isInstanceOf(EnvelopeException.class);
    }

    @Test
    void anOutsideWriterMayNameASchemaOfItsOwn() {
        assertThat(version(foreign, "https://crm.example/thing:7")).isEqualTo("1.1");
        assertThat(version(foreign, "")).isEqualTo("1.1");
        assertThat(version(foreign, "urn:millrace:tests.thing.happened:1.0")).isEqualTo("1.0");
        assertThat(foreign.read(message("https://crm.example/thing:7"), KNOWN).dataSchema())
                .isEqualTo("https://crm.example/thing:7");
    }

    private static String version(EnvelopeReader reader, String dataSchema) {
        Envelope envelope = reader.read(message(dataSchema), KNOWN);
        return reader.version(envelope, KNOWN);
    }

    private static SourceMessage message(String dataSchema) {
        return new Message(Map.of(
                "ce-specversion", "1.0",
                "ce-id", "1",
                "ce-source", "/crm",
                "ce-type", "tests.thing.happened",
                "ce-time", "2026-01-01T00:00:00Z",
                "ce-subject", "a",
                "ce-dataschema", dataSchema,
                "ce-sequence", "1"));
    }

    private record Message(Map<String, String> headers) implements SourceMessage {

        @Override
        public long sequence() {
            return 1;
        }

        @Override
        public String subject() {
            return "crm.thing";
        }

        @Override
        public Optional<String> eventId() {
            return Optional.empty();
        }

        @Override
        public String header(String lowerCaseName) {
            return headers.get(lowerCaseName);
        }

        @Override
        public String headerLines() {
            return "";
        }

        @Override
        public byte[] body() {
            return new byte[0];
        }

        @Override
        public long pending() {
            return 0;
        }
    }
}

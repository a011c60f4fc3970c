package io.millrace.chassis.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.Argument;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.serde.ObjectMapper;
import io.millrace.chassis.ChassisFixture;
import io.millrace.chassis.ThingHappened;
import io.millrace.chassis.contract.ReadableBodies;
import io.millrace.chassis.parked.UnreadableEventException;
import io.millrace.chassis.source.SourceMessage;
import io.millrace.contracts.EventType;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventDecoderIT {

    private final ChassisFixture fixture = new ChassisFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void whateverFailsWhenDecodingIsTheEventsFaultAndEndsThere() {
        EventDecoder decoder = new EventDecoder(
                fixture.bean(ApplicationContext.class).getBean(ObjectMapper.class, Qualifiers.byName("events")),
                fixture.bean(ReadableBodies.class),
                new EnvelopeReader.Own());
        HandlerMethod ofAVersionThatNobodyPublished = new HandlerMethod(
                EventType.of("tests.thing.happened", "9.0"),
                Argument.of(ThingHappened.class),
                HandlerMethod.Shape.EVENT,
                null,
                false,
                false,
                this,
                null);

        assertThatThrownBy(() -> decoder.decode(new Happened(), ofAVersionThatNobodyPublished, "one"))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessage("there is no contract tests.thing.happened 9.x");
    }

    private record Happened() implements SourceMessage {

        private static final Map<String, String> HEADERS = Map.of(
                "ce-specversion", "1.0",
                "ce-id", "1",
                "ce-source", "/millrace/tests",
                "ce-type", "tests.thing.happened",
                "ce-time", "2026-01-01T00:00:00Z",
                "ce-subject", "a",
                "ce-dataschema", "urn:millrace:tests.thing.happened:1.0",
                "ce-sequence", "1");

        @Override
        public long sequence() {
            return 1;
        }

        @Override
        public String subject() {
            return "evt.tests.thing.a.happened";
        }

        @Override
        public Optional<String> eventId() {
            return Optional.of("1");
        }

        @Override
        public String header(String lowerCaseName) {
            return HEADERS.get(lowerCaseName);
        }

        @Override
        public String headerLines() {
            return "";
        }

        @Override
        public byte[] body() {
            return "{\"thing\":\"a\",\"number\":1}".getBytes(UTF_8);
        }

        @Override
        public long pending() {
            return 0;
        }
    }
}

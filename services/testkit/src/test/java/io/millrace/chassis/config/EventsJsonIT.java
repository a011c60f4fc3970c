package io.millrace.chassis.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.serde.ObjectMapper;
import io.millrace.chassis.ChassisFixture;
import io.millrace.chassis.ThingHappened;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventsJsonIT {

    private static final String WITH_MORE = """
        {"thing":"a","colour":{"red":1},"number":2}\
        """;
    private static final String NO_STRING = """
        {"thing":2.50,"number":2}\
        """;

    private final ChassisFixture fixture = new ChassisFixture();
    private final ObjectMapper rest = fixture.bean(ObjectMapper.class);
    private final ObjectMapper events =
            fixture.bean(ApplicationContext.class).getBean(ObjectMapper.class, Qualifiers.byName("events"));

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void anEventWithFieldsThatAreNotKnownIsReadAndARequestRefused() throws IOException {
        assertThat(events.readValue(WITH_MORE, ThingHappened.class)).isEqualTo(new ThingHappened("a", 2));
        assertThatThrownBy(() -> rest.readValue(WITH_MORE, ThingHappened.class)).hasMessageContaining("colour");
    }

    @Test
    void aNumberThatIsMissingOrNoneIsNotTakenForZeroAndIsNamed() {
        for (String number : new String[] {"null", "\"5\"", "true", "1.5", "3000000000"}) {
            assertThatThrownBy(
                            () -> events.readValue("{\"thing\":\"a\",\"number\":" + number + "}", ThingHappened.class))
                    .hasMessageContaining("number");
        }
        assertThatThrownBy(() -> events.readValue("{\"thing\":\"a\"}", ThingHappened.class))
                .hasMessageContaining("int number");
    }

    @Test
    void anotherValueIsTextToAnEventAndNoneToARequest() throws IOException {
        assertThat(events.readValue(NO_STRING, ThingHappened.class).thing()).startsWith("2.5");
        assertThatThrownBy(() -> rest.readValue(NO_STRING, ThingHappened.class)).hasMessageContaining("string");
    }
}

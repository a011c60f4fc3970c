package io.millrace.chassis.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.chassis.ChassisFixture;
import io.millrace.chassis.ThingHappened;
import io.millrace.chassis.outbox.Emission;
import io.millrace.chassis.outbox.Outbox;
import io.millrace.contracts.EventType;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodiesIT {

    private static final EventType KNOWN = EventType.of("tests.thing.measured", "2.0");

    private final ChassisFixture fixture = new ChassisFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void anEventThatBreaksItsContractFailsTheTransactionAndLeavesNothingBehind() {
        fixture.sql("CREATE TABLE change (number int)");

        assertThatThrownBy(() -> fixture.transactions().executeWrite(tx -> {
                    tx.getConnection().createStatement().execute("INSERT INTO change VALUES (1)");
                    fixture.bean(Outbox.class).emit(List.of(Emission.of("a", 1, new ThingHappened("", 1))));
                    return null;
                }))
                .isInstanceOf(ContractViolationException.class)
                .hasMessageContaining("tests.thing.happened 1.0")
                .hasMessageContaining("thing must");

        assertThat(fixture.rows("SELECT number FROM change")).isEmpty();
        assertThat(fixture.rows("SELECT id FROM messaging.outbox")).isEmpty();
    }

    @Test
    void aBodyOfAnOlderMajorVersionIsReadInTheOneThatIsKnown() {
        assertThat(read("1.0", "{\"thing\":\"a\",\"metres\":2}")).isEqualTo("{\"thing\":\"a\",\"centimetres\":200}");
    }

    @Test
    void aBodyOfTheSameMajorVersionIsTakenAsItIs() {
        assertThat(read("2.7", "{\"thing\": \"a\", \"centimetres\": 7, \"new\": true}"))
                .isEqualTo("{\"thing\": \"a\", \"centimetres\": 7, \"new\": true}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "3.0 | {}                    | its schema version is 3.0, and what is known here is 2.0",
                "2.0 | {\"a\":1,\"a\":2}     | holds the field 'a' twice",
                "2.0 | {\"a\":1} {\"a\":2}   | goes on behind the end of the document",
                "2.0 | {\"thing\":\"a\"}       | it breaks its contract tests.thing.measured 2.0: centimetres is missing",
                "2.3 | {\"thing\":\"a\"}       | tests.thing.measured 2.3: centimetres is missing",
                "1.0 | {\"thing\":7,\"metres\":1} | tests.thing.measured 1.0: thing must be of type string",
                "2.0 | no JSON               | is not JSON",
                "2.0 | ``                    | it is empty",
                "two | {}                    | a version is major.minor"
            })
    void whatNobodyCanReadIsRefusedWithTheReason(String version, String body, String reason) {
        assertThatThrownBy(() -> read(version, body))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void tenMegabytesOfNestedArraysAreRefusedInASentence() {
        assertThatThrownBy(() -> read("2.0", "[".repeat(10 << 20)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nested deeper than 64 levels");
    }

    private String read(String version, String body) {
        return new String(fixture.bean(ReadableBodies.class).of(KNOWN, version, body.getBytes(UTF_8)), UTF_8);
    }
}

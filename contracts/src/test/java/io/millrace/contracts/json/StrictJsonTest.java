package io.millrace.contracts.json;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    private static final int TEN_MEGABYTES = 10 * 1024 * 1024;

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "[{\"a\":"})
    void tenMegabytesOfNestingAreOneSentence(String opening) {
        refused(opening.repeat(TEN_MEGABYTES / opening.length()), "is nested deeper than 64 levels");
    }

    @Test
    void nestingUpToTheLimitIsRead() {
        String json = "[".repeat(StrictJson.MAX_DEPTH) + "]".repeat(StrictJson.MAX_DEPTH);

        assertThat(StrictJson.isTooDeep(StrictJson.read(json.getBytes(UTF_8)))).isFalse();
        refused("[" + json + "]", "is nested deeper than 64 levels");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1,\"a\":2} | holds the field 'a' twice",
                "{\"x\":{\"a\":1,\"b\":2,\"a\":1}} | holds the field 'a' twice",
                "{} {} | goes on behind the end",
                "{}x | is not JSON",
                "{\"a\":1 | is not JSON",
                "{'a':1} | is not JSON",
                "{\"a\":NaN} | is not JSON",
                "{\"a\":01} | is not JSON",
                "{\"a\":1,} | is not JSON",
                "{\"a\":1e999999999} | further from zero",
                "{\"a\":[1.5,-1E-401]} | further from zero",
                "{\"a\":1e99999999999} | is not JSON",
                "1e401 | further from zero",
                "{\"a\":\"\\ud800\u0001\"} | is not JSON",
                "{\"a\":1}] | is not JSON",
                "// a comment | is not JSON"
            })
    void whatIsNotOnePlainDocumentIsRefusedInASentence(String json, String reason) {
        refused(json, reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n"})
    void nothingIsNoDocument(String json) {
        refused(json, "it is empty");
    }

    @Test
    void numbersUpToTheLimitAreRead() {
        byte[] json = "{\"a\":1e400,\"b\":-2E-400,\"c\":0.5}".getBytes(UTF_8);

        assertThat(StrictJson.read(json).path("a").decimalValue().precision()).isOne();
        assertThatCode(() -> StrictJson.require(json)).doesNotThrowAnyException();
    }

    @Test
    void aNumberOfAMillionDigitsIsRefused() {
        refused("{\"a\":" + "9".repeat(1_000_000) + "}", "is not JSON");
    }

    @Test
    void onlyUtf8IsRead() {
        assertThatThrownBy(() -> StrictJson.read("{\"a\":1}".getBytes(UTF_16)))
                .isInstanceOf(InvalidJsonException.class);
        assertThatThrownBy(() -> StrictJson.read(new byte[] {'"', (byte) 0xc3, '"'}))
                .isInstanceOf(InvalidJsonException.class);
    }

    @Test
    void aBodyIsAnObject() {
        assertThatThrownBy(() -> StrictJson.readObject("[1]".getBytes(UTF_8)))
                .isInstanceOf(InvalidJsonException.class)
                .hasMessageContaining("not an object");
    }

    @Test
    void decimalsKeepEveryDigit() {
        byte[] json = "{\"a\":0.12345678901234567890123456789,\"b\":1.50,\"c\":12345678901234567890}".getBytes(UTF_8);

        assertThat(StrictJson.write(StrictJson.read(json))).isEqualTo(json);
    }

    @Test
    void formattingAndOrderChangeNothingInTheCanonicalForm() {
        assertThat(canonical("{ \"b\" : [1.0, 2e0],\n \"a\":{\"d\":null,\"c\":\"x\"} }"))
                .isEqualTo("{\"a\":{\"c\":\"x\",\"d\":null},\"b\":[1,2]}");
        assertThat(canonical("[1,2]")).isNotEqualTo(canonical("[2,1]"));
    }

    private static String canonical(String json) {
        return new String(CanonicalJson.bytes(StrictJson.read(json.getBytes(UTF_8))), UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":Lovelace}",
                "{\"name\":'Lovelace'}",
                "{\"name\":\"Lovelace\\L\"}",
                "{\"name\":Lovelace\"}",
                "{\"name\":\"Lovelace\"} Lovelace",
                "{\"name\":0Lovelace}",
                "{\"name\":\"Lovelace"
            })
    void noValueIsToldOn(String json) {
        for (Consumer<byte[]> looking : List.<Consumer<byte[]>>of(StrictJson::read, StrictJson::require)) {
            assertThatThrownBy(() -> looking.accept(json.getBytes(UTF_8)))
                    .isInstanceOf(InvalidJsonException.class)
                    .satisfies(e -> assertThat(e).hasStackTraceContaining("(line 1, column"))
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("Lovelace"))
                    .hasNoCause();
        }
    }

    /** Both ways of looking at a document say the same. */
    private static void refused(String json, String reason) {
        refused(StrictJson::read, json, reason);
        refused(StrictJson::require, json, reason);
    }

    private static void refused(Consumer<byte[]> looking, String json, String reason) {
        assertThatThrownBy(() -> looking.accept(json.getBytes(UTF_8)))
                .isInstanceOf(InvalidJsonException.class)
                .hasMessageContaining(reason)
                .satisfies(e -> assertThat(e.getMessage().length()).isLessThan(300));
    }
}

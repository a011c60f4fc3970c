package io.millrace.contracts.validation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpServer;
import io.millrace.contracts.Folder;
import io.millrace.contracts.registry.ContractException;
import io.millrace.contracts.registry.ContractRegistry;
import io.millrace.contracts.registry.Version;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractValidatorTest {

    private static final Version V1 = new Version(1, 0);

    @TempDir
    Path temp;

    private ContractValidator validator;

    @BeforeEach
    void schemas() {
        new Folder(temp).file("1.0.schema.json", Folder.schema("1.0", """
            "properties": {
              "group": {"type": "string", "pattern": "^(a|b)*$"},
              "odd": {"type": "string", "pattern": "^[a[b&&c]$"},
              "id": {"type": "string", "pattern": "^[a-z]{1,4}$"},
              "kind": {"enum": ["big", "small"]},
              "at": {"type": "string", "format": "date-time"},
              "lines": {"type": "array", "maxItems": 2, "items": {"$ref": "#/$defs/line"}},
              "tree": {"$ref": "#/$defs/tree"}
            },
            "required": ["id"],
            "$defs": {
              "line": {
                "type": "object",
                "properties": {"quantity": {"type": "integer", "minimum": 1}},
                "required": ["quantity"],
                "additionalProperties": false
              },
              "tree": {
                "type": "object",
                "properties": {"tree": {"$ref": "#/$defs/tree"}},
                "additionalProperties": false
              }
            }
            """));
        validator = ContractValidator.of(ContractRegistry.fromFolder(temp));
    }

    @Test
    void whatFitsHasNoViolation() {
        assertThat(validate("""
            {"id": "abcd", "kind": "big", "at": "2026-01-02T03:04:05.678Z", "lines": [{"quantity": 1}]}
            """)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | id is missing",
                "{\"id\": \"abcde\"} | id must match ^[a-z]{1,4}$",
                "{\"id\": \"abc\\n\"} | id must match ^[a-z]{1,4}$",
                "{\"id\": 7} | id must be of type string, but is of type integer",
                "{\"id\": \"a\", \"kind\": \"odd\"} | kind must be one of big, small",
                "{\"id\": \"a\", \"at\": \"yesterday\"} | at must be a date-time",
                "{\"id\": \"a\", \"name\": \"Ana\"} | name is not a field of the contract",
                "{\"id\": \"a\", \"lines\": [{\"quantity\": 1}, {\"quantity\": 0}]} | lines[1].quantity must be at"
                        + " least 1",
                "{\"id\": \"a\", \"lines\": [{\"quantity\": 1.5}]} | lines[0].quantity must be of type integer, but is"
                        + " of type number",
                "{\"id\": \"a\", \"lines\": [{}]} | lines[0].quantity is missing",
                "{\"id\": \"a\", \"lines\": [{\"quantity\": 1}, {\"quantity\": 1}, {\"quantity\": 1}]} | lines must"
                        + " have at most 2 elements",
                "{\"id\": \"a\", \"id\": \"b\"} | the body holds the field 'id' twice (line 1, column 19)",
                "[] | the body must be of type object, but is of type array",
                "null | the body must be of type object, but is of type null"
            })
    void eachViolationSaysTheFieldAndTheRule(String body, String sentence) {
        assertThat(validate(body)).map(Violation::toString).containsExactly(sentence);
    }

    @Test
    void theValuesOfABodyAreNotTold() {
        assertThat(validate("{\"id\": \"SECRET\", \"kind\": \"SECRET\", \"at\": \"SECRET\"}"))
                .hasSize(3)
                .noneMatch(violation -> violation.toString().contains("SECRET"));
    }

    @Test
    void aTextThatIsTooLongForItsPatternIsOneViolation() {
        assertThat(validate("{\"id\": \"a\", \"group\": \"" + "ab".repeat(500_000) + "\"}"))
                .containsExactly(new Violation("", "holds a text that is too long for its pattern"));
        assertThat(validate("{\"id\": \"a\", \"group\": \"abba\"}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "[", "b", "&", "c"})
    void bracketsAndAmpersandsWithinAClassAreThemselves(String odd) {
        assertThat(validate("{\"id\": \"a\", \"odd\": \"" + odd + "\"}")).isEmpty();
    }

    @Test
    void ofAThousandViolationsTenAreTold() {
        StringBuilder body = new StringBuilder("{\"id\": \"a\"");
        IntStream.range(0, 1_000).forEach(i -> body.append(", \"x").append(i).append("\": 1"));

        assertThat(validate(body + "}")).hasSize(ContractValidator.MOST);
    }

    @Test
    void ofALongBodyTheFirstIsTold() {
        StringBuilder body = new StringBuilder("{\"id\": \"a\"");
        IntStream.range(0, 100_000).forEach(i -> body.append(", \"x").append(i).append("\": 1"));

        assertThat(validate(body + "}")).hasSize(1);
    }

    @Test
    void aTreeThatWasBuiltTooDeepIsOneViolation() {
        JsonNode tree = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < 100_000; i++) {
            tree = JsonNodeFactory.instance.objectNode().set("tree", tree);
        }

        assertThat(validator.validate(Folder.TYPE, V1, tree))
                .containsExactly(new Violation("", "is nested deeper than 64 levels"));
    }

    @Test
    void aContractThatDoesNotExistIsNamed() {
        assertThat(validator.knows(Folder.TYPE, new Version(1, 1))).isFalse();
        assertThatThrownBy(() -> validator.validate(Folder.TYPE, new Version(1, 1), new byte[0]))
                .isInstanceOf(ContractException.class)
                .hasMessage("there is no contract tests.thing.happened 1.1");
    }

    @Test
    void aSchemaThatRefersToANetworkIsRefusedAndNothingIsFetched() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("{}".getBytes(UTF_8));
            exchange.close();
        });
        server.start();
        try {
            String address = "http://localhost:" + server.getAddress().getPort() + "/a";
            new Folder(temp)
                    .file(
                            "1.0.schema.json",
                            Folder.schema("1.0", "\"properties\": {\"a\": {\"$ref\": \"" + address + "\"}}"));
            ContractRegistry registry = ContractRegistry.fromFolder(temp);

            assertThatThrownBy(() -> ContractValidator.of(registry))
                    .isInstanceOf(ContractException.class)
                    .hasMessageContaining("tests.thing.happened 1.0");
            assertThat(asked).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    private List<Violation> validate(String body) {
        return validator.validate(Folder.TYPE, V1, body.getBytes(UTF_8));
    }
}

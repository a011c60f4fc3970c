package io.millrace.contracts.validation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.contracts.Folder;
import io.millrace.contracts.json.InvalidJsonException;
import io.millrace.contracts.registry.Contract;
import io.millrace.contracts.registry.ContractRegistry;
import io.millrace.contracts.registry.Version;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyShapeTest {

    private static final Contract CONTRACT = contract("1.1", """
        "properties": {
          "id": {"type": "string"},
          "pieces": {"type": "integer"},
          "note": {"type": ["string", "null"]},
          "address": {"$ref": "#/$defs/address"},
          "lines": {"type": "array", "items": {"$ref": "#/$defs/line"}},
          "kind": {"enum": ["BIG", "SMALL"]},
          "pair": {"type": "array", "prefixItems": [{"type": "string"}], "items": {"type": "integer"}},
          "either": {"oneOf": [{"type": "string"}, {"type": "integer"}]}
        },
        "required": ["id", "lines"],
        "$defs": {
          "address": {"type": "object", "additionalProperties": false, "required": ["country"],
                      "properties": {"country": {"type": "string"}}},
          "line": {"type": "object", "additionalProperties": false, "required": ["sku"],
                   "properties": {"sku": {"type": "string"},
                                  "parts": {"type": "array", "items": {"$ref": "#/$defs/line"}}}}
        }""");

    private static final BodyShape SHAPE = BodyShape.of(CONTRACT);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"id\":\"a\",\"lines\":[]}",
                "{\"id\":\"a\",\"lines\":[{\"sku\":\"x\",\"parts\":[{\"sku\":\"y\"}]}],\"address\":{\"country\":\"PT\"}}",
                "{\"id\":\"a\",\"lines\":[],\"pieces\":1.0,\"note\":null,\"either\":[]}",
                "{\"id\":\"a\",\"lines\":[],\"pair\":[\"a\",1],\"kind\":\"HUGE\"}",
                "{\"id\":\"a\",\"lines\":[],\"later\":{\"country\":1,\"lines\":[[{}]]},\"address\":{\"country\":\"PT\",\"new\":{}}}"
            })
    void whatFits(String body) {
        assertThat(SHAPE.violation(body.getBytes(UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"id\":\"a\"}                                   | lines is missing",
                "{\"lines\":[]}                                    | id is missing",
                "{\"later\":{\"id\":\"a\"},\"lines\":[]}             | id is missing",
                "{\"id\":null,\"lines\":[]}                        | id must be of type string, but is of type null",
                "{\"id\":1,\"lines\":[]}                           | id must be of type string, but is of type number",
                "{\"id\":\"a\",\"lines\":[],\"pieces\":\"1\"}         | pieces must be of type number, but is of type string",
                "{\"id\":\"a\",\"lines\":[],\"note\":true}           | note must be of type string, null, but is of type boolean",
                "{\"id\":\"a\",\"lines\":{}}                       | lines must be of type array, but is of type object",
                "{\"id\":\"a\",\"lines\":[],\"address\":{}}          | address.country is missing",
                "{\"id\":\"a\",\"lines\":[{\"sku\":\"x\"},{}]}       | lines[1].sku is missing",
                "{\"id\":\"a\",\"lines\":[{\"sku\":\"x\",\"parts\":[{\"sku\":\"y\"},{\"sku\":[]}]}]} | lines[0].parts[1].sku must be of type string, but is of type array",
                "{\"id\":\"a\",\"lines\":[],\"kind\":null}      | kind must be of type string, but is of type null",
                "[]                                              | the body must be of type object, but is of type array",
                "7                                               | the body must be of type object, but is of type number"
            })
    void whatDoesNot(String body, String violation) {
        assertThat(SHAPE.violation(body.getBytes(UTF_8)))
                .hasValueSatisfying(found -> assertThat(found).hasToString(violation));
    }

    @Test
    void whatIsNoJsonIsRefusedAsEver() {
        assertThatThrownBy(() -> SHAPE.violation("{\"id\":\"a\",\"id\":\"b\"}".getBytes(UTF_8)))
                .isInstanceOf(InvalidJsonException.class)
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> SHAPE.violation("{\"id\":7,".getBytes(UTF_8)))
                .isInstanceOf(InvalidJsonException.class);
        assertThatThrownBy(() -> SHAPE.violation("[".repeat(100_000).getBytes(UTF_8)))
                .isInstanceOf(InvalidJsonException.class)
                .hasMessageContaining("nested deeper");
    }

    @Test
    void aMinorVersionThatIsNotKnownHasTheShapeOfTheNewestThatIs() {
        BodyShapes shapes = BodyShapes.of(ContractRegistry.of(List.of(
                contract("1.0", "\"properties\": {\"id\": {\"type\": \"string\"}}, \"required\": [\"id\"]"),
                CONTRACT,
                contract("3.0", "\"properties\": {}"))));

        assertThat(isWhole(shapes, "1.0")).isTrue();
        assertThat(isWhole(shapes, "1.1")).isFalse();
        assertThat(isWhole(shapes, "1.9")).isFalse();
        assertThat(isWhole(shapes, "2.0")).isTrue();
        assertThat(shapes.find("tests.nobody.knows", Version.parse("1.0")).violation("[]".getBytes(UTF_8)))
                .isEmpty();
    }

    private static boolean isWhole(BodyShapes shapes, String version) {
        return shapes.find(Folder.TYPE, Version.parse(version))
                .violation("{\"id\":\"a\"}".getBytes(UTF_8))
                .isEmpty();
    }

    private static Contract contract(String version, String rest) {
        return new Contract(Folder.TYPE, Version.parse(version), Folder.json(Folder.schema(version, rest)), List.of());
    }
}

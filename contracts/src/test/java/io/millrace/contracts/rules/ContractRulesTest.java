package io.millrace.contracts.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.contracts.Folder;
import io.millrace.contracts.registry.Finding;
import io.millrace.contracts.upcasting.Upcaster;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractRulesTest {

    @TempDir
    Path temp;

    private Folder folder;

    @BeforeEach
    void oneVersion() {
        folder = new Folder(temp).with("1.0", "a");
    }

    @Test
    void whatIsRightHasNoFinding() {
        folder.with("1.1", "a").with("2.0", "b").with("3.0", "c");

        assertThat(check(rename(1, "a", "b"), rename(2, "b", "c"))).isEmpty();
    }

    @Test
    void aSchemaThatIsNotJson() {
        folder.file("1.0.schema.json", "{\"type\": ");

        assertThat(check())
                .anyMatch(sentence -> sentence.startsWith("tests.thing.happened/1.0.schema.json: is not JSON"))
                .contains("tests.thing.happened 1.0: has a sample, but no schema that can be read");
    }

    @Test
    void aSchemaWithAFieldTwice() {
        folder.file("1.0.schema.json", "{\"type\": \"object\", \"type\": \"object\"}");

        assertThat(check()).anyMatch(sentence -> sentence.contains("holds the field 'type' twice"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"properties\": {\"a\": {\"type\": \"text\"}} | properties.a.type",
                "\"properties\": {\"a\": {\"type\": \"string\"}}, \"required\": \"a\" | required must be of type array",
                "\"properties\": {\"a\": {\"type\": \"string\", \"minLength\": -1}} | properties.a.minLength must be"
                        + " at least 0",
                "\"properties\": {\"a\": {\"type\": \"string\", \"pattern\": \"[\"}} | pattern",
                "\"properties\": {\"a\": {\"$ref\": \"#/$defs/lost\"}} | which does not exist",
                "\"properties\": {\"a\": {\"$ref\": \"https://example.org/a\"}} | not a place in the same schema"
            })
    void aSchemaThatIsNoSchema(String schema, String reason) {
        folder.file("1.0.schema.json", Folder.schema("1.0", schema));

        assertThat(check())
                .isNotEmpty()
                .allMatch(sentence -> sentence.startsWith("tests.thing.happened 1.0: "))
                .anyMatch(sentence -> sentence.contains(reason));
    }

    @Test
    void aSchemaOfAnotherDialect() {
        folder.file(
                "1.0.schema.json", folder.read(Folder.TYPE + "/1.0.schema.json").replace("2020-12", "2019-09"));

        assertThat(check())
                .containsExactly("tests.thing.happened 1.0: the schema's $schema must be "
                        + "https://json-schema.org/draft/2020-12/schema");
    }

    @Test
    void anIdOfAnotherPlace() {
        folder.file("1.0.schema.json", Folder.schema("1.7", "\"properties\": {}"));

        assertThat(check())
                .contains("tests.thing.happened 1.0: the schema's $id is 'urn:millrace:tests.thing.happened:1.7', "
                        + "but must be urn:millrace:tests.thing.happened:1.0");
    }

    @Test
    void twoTypesWithOneId() {
        String schema = folder.read(Folder.TYPE + "/1.0.schema.json");
        folder.at("tests.thing.earlier/1.0.schema.json", schema)
                .at("tests.thing.earlier/1.0.sample.json", "{\"a\":\"x\"}")
                .at("tests.thing.lost/1.0.schema.json", schema)
                .at("tests.thing.lost/1.0.sample.json", "{\"a\":\"x\"}");

        String owned =
                " 1.0: has the $id urn:millrace:tests.thing.happened:1.0, which tests.thing.happened 1.0 has already";
        assertThat(check())
                .contains("tests.thing.earlier" + owned, "tests.thing.lost" + owned)
                .noneMatch(sentence -> sentence.startsWith("tests.thing.happened"));
    }

    @Test
    void alternativesThatEachSayWhatTheyAre() {
        folder.file("1.0.schema.json", Folder.schema("1.0", """
            "properties": {
              "a": {"anyOf": [{"type": "string"}, {"$ref": "#/$defs/code"}]},
              "b": {"allOf": [{"$ref": "#/$defs/code"}, {"maxLength": 9}]}},
            "$defs": {"code": {"enum": ["x", "y"]}}\
            """));

        assertThat(check()).isEmpty();
    }

    @Test
    void aSchemaBesideTheFoldersOfTheTypes() {
        folder.at("1.1.schema.json", folder.read(Folder.TYPE + "/1.0.schema.json"));

        assertThat(check())
                .containsExactly("1.1.schema.json: stands in no folder of a type: put it into <type>/1.1.schema.json");
    }

    @Test
    void aVersionWithoutASample() {
        folder.without("1.0.sample.json");

        assertThat(check())
                .containsExactly(
                        "tests.thing.happened 1.0: has no sample: put one into tests.thing.happened/1.0.sample.json");
    }

    @Test
    void aSampleThatDoesNotFit() {
        folder.file("1.0.sample-odd.json", "{\"a\": 1, \"b\": 2}");

        assertThat(check())
                .singleElement()
                .asString()
                .startsWith("tests.thing.happened 1.0: the sample odd does not fit the schema: ")
                .contains("a must be of type string, but is of type integer")
                .contains("b is not a field of the contract");
    }

    @Test
    void aSampleWithoutASchema() {
        folder.file("1.1.sample.json", "{}");

        assertThat(check()).containsExactly("tests.thing.happened 1.1: has a sample, but no schema that can be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0.shema.json", "v1.schema.json", "1.0.Schema.json", "01.0.schema.json", "notes.txt"})
    void aFileThatNobodyUnderstands(String name) {
        folder.file(name, "{}");

        assertThat(check())
                .singleElement()
                .asString()
                .startsWith("tests.thing.happened/" + name + ": is no file of a contract");
    }

    @Test
    void aMinorVersionIsLeftOut() {
        folder.with("1.2", "a");

        assertThat(check())
                .containsExactly("tests.thing.happened 1.2: leaves out a version: behind 1.0 comes 1.1 or 2.0");
    }

    @Test
    void aMajorVersionIsLeftOut() {
        folder.with("3.0", "a");

        assertThat(check()).contains("tests.thing.happened 3.0: leaves out a version: behind 1.0 comes 1.1 or 2.0");
    }

    @Test
    void aMajorVersionDoesNotStartAtZero() {
        folder.with("2.1", "a");

        assertThat(check(rename(1, "a", "a")))
                .containsExactly("tests.thing.happened 2.1: leaves out a version: behind 1.0 comes 1.1 or 2.0");
    }

    @Test
    void theFirstVersionIsNot1_0() {
        folder.without("1.0.schema.json").without("1.0.sample.json").with("1.1", "a");

        assertThat(check())
                .containsExactly("tests.thing.happened 1.1: leaves out a version: "
                        + "the first version of tests.thing.happened is 1.0");
    }

    @Test
    void aMinorVersionThatMayNotBe() {
        folder.with("1.1", "b").with("2.0", "b");

        assertThat(check(rename(1, "a", "b")))
                .contains(
                        "tests.thing.happened 1.1: field a was removed, or renamed to b; a minor version may only add "
                                + "optional fields, so this must be 3.0, with an upcaster from 2");
    }

    @Test
    void anUpcasterIsMissing() {
        folder.with("2.0", "b");

        assertThat(check())
                .containsExactly("tests.thing.happened 2.0: has no upcaster from 1: stored events of 1.x could not be "
                        + "read any more; write an Upcaster and name it in META-INF/services");
    }

    @Test
    void anUpcasterForgetsAField() {
        folder.with("2.0", "b", "c");

        assertThat(check(rename(1, "a", "b")))
                .containsExactly("tests.thing.happened 1.0: the sample was taken to 2.x by its upcaster, "
                        + "and it does not fit: c is missing");
    }

    @Test
    void anUpcasterFitsOneSampleOnly() {
        folder.file(
                        "1.0.schema.json",
                        Folder.schema("1.0", "\"properties\": {\"a\": {\"type\": \"string\"}}, \"required\": []"))
                .file("1.0.sample-empty.json", "{}")
                .with("2.0", "b");

        assertThat(check(rename(1, "a", "b")))
                .singleElement()
                .asString()
                .startsWith("tests.thing.happened 1.0: the sample empty was taken to 2.x by its upcaster, and ")
                .contains("cannot take tests.thing.happened from 1 to 2");
    }

    @Test
    void everyOlderVersionIsTriedOnEveryNewerMajor() {
        folder.with("2.0", "b").with("3.0", "c");

        assertThat(check(rename(1, "a", "b"), rename(2, "b", "d")))
                .hasSize(2)
                .allMatch(sentence -> sentence.contains("was taken to 3.x by its upcaster"))
                .anyMatch(sentence -> sentence.startsWith("tests.thing.happened 1.0: "))
                .anyMatch(sentence -> sentence.startsWith("tests.thing.happened 2.0: "));
    }

    @Test
    void anUpcasterChangesWhatItIsGiven() {
        folder.with("2.0", "b");

        assertThat(check(upcaster(1, body -> body.put("b", body.remove("a").textValue()))))
                .singleElement()
                .asString()
                .contains("the upcaster changed the body it was given");
    }

    @Test
    void anUpcasterIsNotPure() {
        folder.with("2.0", "b");
        AtomicInteger counter = new AtomicInteger();

        assertThat(check(upcaster(1, body -> body.objectNode().put("b", "x" + counter.incrementAndGet()))))
                .singleElement()
                .asString()
                .contains("gives another answer each time");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"additionalProperties\": true, \"properties\": {} | the body is an open object",
                "\"properties\": {\"b\": {\"type\": \"object\", \"properties\": {}}} | field b is an open object",
                "\"properties\": {\"b\": {\"type\": [\"object\", \"null\"]}} | field b is an open object",
                "\"properties\": {\"b\": {\"type\": \"array\", \"items\": {\"type\": \"object\"}}} | field b[] is an"
                        + " open object",
                "\"properties\": {}, \"patternProperties\": {\"^x\": {\"type\": \"string\"}} | the body takes fields"
                        + " that are not stated",
                "\"properties\": {\"b\": {\"allOf\": [{\"maxLength\": 3}]}} | field b takes any value",
                "\"properties\": {\"b\": {\"anyOf\": [{\"type\": \"string\"}, {}]}} | field b takes any value",
                "\"properties\": {\"b\": {\"oneOf\": [{\"required\": [\"a\"]}, {\"required\": [\"c\"]}]}} | field b"
                        + " takes any value",
                "\"properties\": {\"b\": {\"$ref\": \"#/$defs/any\"}}, \"$defs\": {\"any\": {\"title\": \"any\"}} |"
                        + " field b takes any value",
                "\"properties\": {\"b\": true} | field b takes any value",
                "\"properties\": {\"b\": {\"type\": \"array\", \"prefixItems\": [{}], \"items\": false}} | field b[]"
                        + " takes any value",
                "\"properties\": {\"b\": {\"oneOf\": [{\"type\": \"object\"}]}} | field b is an open object",
                "\"properties\": {}, \"$defs\": {\"c\": {\"type\": \"object\"}} | field $defs.c is an open object",
                "\"properties\": {\"b\": {\"type\": \"array\"}} | field b has elements of any kind",
                "\"properties\": {\"b\": {}} | field b takes any value",
                "\"properties\": {\"b\": true} | field b takes any value"
            })
    void anObjectThatIsNotClosed(String schema, String reason) {
        folder.file("1.0.schema.json", Folder.schema("1.0", schema));

        assertThat(check()).singleElement().asString().startsWith("tests.thing.happened 1.0: " + reason);
    }

    private List<String> check(Upcaster... upcasters) {
        return ContractRules.checkBeforeLocking(new ContractProject(temp, List.of(upcasters), List.of())).stream()
                .map(Finding::toString)
                .toList();
    }

    private static Upcaster rename(int from, String old, String now) {
        return upcaster(from, body -> {
            ObjectNode upcast = body.deepCopy();
            return upcast.put(now, upcast.remove(old).textValue());
        });
    }

    private static Upcaster upcaster(int from, UnaryOperator<ObjectNode> step) {
        return new Upcaster() {
            @Override
            public String type() {
                return Folder.TYPE;
            }

            @Override
            public int from() {
                return from;
            }

            @Override
            public ObjectNode upcast(ObjectNode body) {
                return step.apply(body);
            }
        };
    }
}

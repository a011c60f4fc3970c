package io.millrace.contracts.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.contracts.EventContract;
import io.millrace.contracts.Folder;
import io.millrace.contracts.registry.ContractReading;
import io.millrace.contracts.registry.Finding;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordRulesTest {

    private static final String HERE = RecordRulesTest.class.getName() + "$";

    @TempDir
    Path temp;

    enum Kind {
        BIG,
        SMALL
    }

    @Retention(RetentionPolicy.RUNTIME)
    @interface Nullable {}

    record Line(String sku, int quantity) {}

    @EventContract(Folder.TYPE)
    record Whole(
            String id,
            Kind kind,
            Instant at,
            List<Line> lines,
            Optional<Line> gift,
            @Nullable String note,
            Long total,
            boolean paid) {}

    private static final String LINE = """
        {"type": "object", "additionalProperties": false, "required": ["sku", "quantity"], "properties": {
          "sku": {"type": "string"}, "quantity": {"type": "integer", "minimum": 1, "maximum": 100}}}\
        """;

    private static final String WHOLE = """
        "properties": {
          "id": {"type": "string"},
          "kind": {"enum": ["BIG", "SMALL"]},
          "at": {"type": "string", "format": "date-time"},
          "lines": {"type": "array", "items": {"$ref": "#/$defs/line"}},
          "gift": {"$ref": "#/$defs/line"},
          "note": {"type": "string"},
          "total": {"type": "integer", "minimum": 0, "maximum": 9007199254740991},
          "paid": {"type": "boolean"}
        },
        "required": ["id", "kind", "at", "lines", "total", "paid"],
        "$defs": {"line": %s}
        """.formatted(LINE);

    @Test
    void aRecordThatSaysTheSameAsItsSchema() {
        assertThat(check(WHOLE, Whole.class)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"id\": {\"type\": \"string\"} | \"id\": {\"type\": \"string\"}, \"more\": {\"type\": \"string\"} |"
                        + " field more is in the schema, but no component",
                "\"note\": {\"type\": \"string\"}, | | field note is not in the schema, but a component",
                "\"sku\": {\"type\": \"string\"}, | | field gift.sku is not in the schema, but a component",
                "\"sku\": {\"type\": \"string\"} | \"sku\": {\"type\": \"string\"}, \"note\": {\"type\": \"string\"} |"
                        + " field gift.note is in the schema, but no component",
                "\"maximum\": 100 | \"maximum\": 3000000000 | field gift.quantity is an integer of more than 32 bits"
                        + " (set minimum and maximum if it is not) in the schema, but int in Java",
                "\"sku\": {\"type\": \"string\"} | \"sku\": {\"type\": \"integer\"} | field gift.sku is an integer of"
                        + " more than 64 bits (set minimum and maximum if it is not) in the schema, but String in Java",
                "[\"BIG\", \"SMALL\"] | [\"BIG\", \"SMALL\", \"ODD\"] | field kind is one of BIG, ODD, SMALL in the"
                        + " schema",
                "\"format\": \"date-time\" | \"format\": \"date\" | field at is a string of format date in the schema,"
                        + " but java.time.Instant in Java",
                "{\"type\": \"array\", \"items\": {\"$ref\": \"#/$defs/line\"}} | {\"type\": \"string\"} | field lines"
                        + " is a string in the schema, but List<",
                "{\"type\": \"array\", \"items\": {\"$ref\": \"#/$defs/line\"}} | {\"type\": \"array\", \"items\":"
                        + " {\"type\": \"string\"}} | field lines[] is a string in the schema",
                "9007199254740991 | 9223372036854775808 | field total is an integer of more than 64 bits (set minimum"
                        + " and maximum if it is not) in the schema, but Long in Java",
                "\"minimum\": 0, \"maximum\": 9007199254740991 | \"title\": \"t\" | field total is an integer of more"
                        + " than 64 bits",
                "\"total\": {\"type\": \"integer\", \"minimum\": 0, \"maximum\": 9007199254740991} | \"total\":"
                        + " {\"type\": \"array\", \"items\": {\"type\": \"integer\"}} | field total is an array in the"
                        + " schema, but Long in Java",
                "\"note\": {\"type\": \"string\"} | \"note\": {\"oneOf\": [{\"type\": \"string\"}]} | field note"
                        + " cannot be compared with a record, for it is not of one type",
                ", \"paid\"] | ] | field paid may be missing, but its component is a boolean in Java",
                "\"required\": [\"id\", | \"required\": [\"id\", \"gift\", | field gift is required, but its component"
                        + " is made to be missing",
                "\"required\": [\"id\", | \"required\": [\"id\", \"note\", | field note is required, but its component"
                        + " is made to be missing",
                "\"paid\": {\"type\": \"boolean\"} | \"paid\": {\"type\": [\"boolean\", \"null\"]} | field paid may be"
                        + " missing, but its component is a boolean in Java"
            })
    void aRecordThatSaysSomethingElse(String part, String instead, String sentence) {
        String schema = WHOLE.replace(part, instead == null ? "" : instead);

        assertThat(schema).isNotEqualTo(WHOLE);
        assertThat(check(schema, Whole.class))
                .singleElement()
                .asString()
                .satisfies(found -> assertThat(found)
                        .startsWith("tests.thing.happened 1.0: " + sentence)
                        .endsWith(", in record " + HERE + "Whole"));
    }

    @EventContract(Folder.TYPE)
    record Open(Map<String, String> a) {}

    @Test
    void aComponentThatCanHoldAnything() {
        String schema = "\"properties\": {\"a\": {\"type\": \"object\", \"additionalProperties\": false}}";

        assertThat(check(schema, Open.class))
                .singleElement()
                .asString()
                .contains("field a is an object in the schema, but Map<String, String> in Java");
    }

    @EventContract(Folder.TYPE)
    record One(String a) {}

    @EventContract(Folder.TYPE)
    record Again(String a) {}

    @EventContract(value = Folder.TYPE, version = "2.0")
    record Two(String b) {}

    @EventContract("tests.thing.lost")
    record Lost(String a) {}

    @EventContract(Folder.TYPE)
    static final class NoRecord {}

    @Test
    void anOlderVersionMayKeepItsRecordBesideTheNewest() {
        new Folder(temp).with("1.0", "a").with("1.1", "a").with("2.0", "b");

        assertThat(check(One.class, Two.class)).isEmpty();
    }

    @Test
    void noRecordIsOfTheNewestVersion() {
        new Folder(temp).with("1.0", "a").with("2.0", "b");

        assertThat(check(One.class))
                .containsExactly("tests.thing.happened 2.0: is the newest version, but its record " + HERE
                        + "One is of 1.0; make it the newest, or add one");
    }

    @Test
    void aRecordWithoutASchema() {
        new Folder(temp).with("1.0", "a");

        assertThat(check(One.class, Lost.class, Two.class))
                .containsExactlyInAnyOrder(
                        "tests.thing.lost 1.0: record " + HERE + "Lost names it, but there is no such schema",
                        "tests.thing.happened 2.0: record " + HERE + "Two names it, but there is no such schema");
    }

    @Test
    void aSchemaWithoutARecord() {
        new Folder(temp)
                .with("1.0", "a")
                .at("tests.thing.lost/1.0.schema.json", Folder.schema("1.0", "\"properties\": {}"));

        assertThat(check(One.class))
                .containsExactly("tests.thing.lost 1.0: is the newest version, but no record names it");
        assertThat(check()).isEmpty();
    }

    @Test
    void twoRecordsOfOneVersion() {
        new Folder(temp).with("1.0", "a");

        assertThat(check(One.class, Again.class))
                .containsExactly("tests.thing.happened 1.0: has several records: " + HERE + "Again, " + HERE + "One");
    }

    @Test
    void aClassThatIsNoRecord() {
        new Folder(temp).with("1.0", "a");

        assertThat(check(NoRecord.class))
                .containsExactly(
                        "tests.thing.happened 1.0: " + HERE + "NoRecord carries @EventContract, but is no record");
    }

    private List<String> check(String schema, Class<?>... records) {
        new Folder(temp).file("1.0.schema.json", Folder.schema("1.0", schema));
        return check(records);
    }

    private List<String> check(Class<?>... records) {
        return RecordRules.check(ContractReading.ofFolder(temp).registry(), List.of(records)).stream()
                .map(Finding::toString)
                .toList();
    }
}

package io.millrace.cli.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.cli.CommandRun;
import io.millrace.contracts.json.StrictJson;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractsCommandTest {

    private static final String TYPE = "farm.grain.delivered";
    private static final String FARMER = """
        "farmer": {"type": "object", "properties": {"name": {"type": "string"}, "village": {"type": "string"}},
                   "required": ["name"], "additionalProperties": false}\
        """;
    private static final String PLACE = "\"place\": {\"type\": \"string\"}";
    private static final String KILOS = "\"kilos\": {\"type\": \"integer\"}";

    @TempDir
    Path temp;

    private Path contracts;
    private Path mill;
    private Path baker;

    @BeforeEach
    void aFarmWithTwoReaders() {
        contracts = temp.resolve("contracts");
        write("contracts/" + TYPE + "/1.0.schema.json", schema("1.0", FARMER, PLACE, KILOS));
        write("contracts/" + TYPE + "/1.0.sample.json", "{\"farmer\": {\"name\": \"Ana\"}, \"kilos\": 1}");
        mill = write("mill.json", reads("mill", "\"farmer\", \"farmer.name\", \"kilos\"", ""));
        baker = jar("baker.jar", reads("baker", "\"kilos\"", "\"farmer.name\""));
    }

    @Test
    void aNewOptionalFieldIsCompatible() {
        CommandRun check = check(schema("1.0", FARMER, PLACE, KILOS, "\"note\": {\"type\": \"string\"}"));

        assertThat(check.out())
                .contains("Compatible with " + TYPE + " 1.0: it can be 1.1.", "Unharmed: mill-farm, baker-farm.");
        assertThat(check.exitCode()).isZero();
    }

    @Test
    void whatIsPublishedAlreadyIsNoChange() {
        CommandRun check = check(schema("1.0", FARMER, PLACE, KILOS));

        assertThat(check.out()).contains("It is " + TYPE + " 1.0 as it is: nothing changes.");
        assertThat(check.exitCode()).isZero();
    }

    @Test
    void anOlderVersionThatIsPublishedIsNoChangeEither() {
        write(
                "contracts/" + TYPE + "/1.1.schema.json",
                schema("1.1", FARMER, PLACE, KILOS, "\"note\": {\"type\": \"string\"}"));
        write("contracts/" + TYPE + "/1.1.sample.json", "{\"farmer\": {\"name\": \"Ana\"}, \"kilos\": 1}");

        assertThat(check(schema("1.0", FARMER, PLACE, KILOS)).out())
                .contains("It is " + TYPE + " 1.0 as it is: nothing changes.");
    }

    @Test
    void whatMayBeMissingNowBreaksOnlyWhoReadsIt() {
        CommandRun check = check(schema("1.0", FARMER, "\"place\": {\"type\": [\"string\", \"null\"]}", KILOS));

        assertThat(check.out()).contains("it must be 2.0", "It breaks nobody who is known here.");
        assertThat(check.exitCode()).isZero();
    }

    @Test
    void aVersionThatIsNotDueIsTold() {
        String note = "\"note\": {\"type\": \"string\"}";

        assertThat(check(schema("1.7", FARMER, PLACE, KILOS, note)).out())
                .contains("it can be 1.1.", "Its $id names 1.7; as a file it must be 1.1.");
        assertThat(check(schema("1.1", FARMER, PLACE, KILOS, note)).out()).doesNotContain("Its $id");
        assertThat(check(schema("2.0", FARMER, PLACE, KILOS, note)).out()).doesNotContain("Its $id");
        assertThat(check(schema("1.0", FARMER, PLACE, KILOS, note)).out()).doesNotContain("Its $id");
    }

    @Test
    void aFieldThatIsGoneBreaksWhoReadsItAndNobodyElse() {
        CommandRun check = check(schema("1.1", FARMER.replace("\"name\"", "\"title\""), PLACE, KILOS), "--json");

        JsonNode json = StrictJson.read(check.out().getBytes(UTF_8));
        assertThat(check.exitCode()).isEqualTo(1);
        assertThat(json.path("compatible").asBoolean()).isFalse();
        assertThat(json.path("due").asText()).isEqualTo("2.0");
        assertThat(json.path("breaks"))
                .extracting(line -> line.path("service").asText() + " "
                        + line.path("consumer").asText() + " "
                        + line.path("field").asText() + ": " + line.path("why").asText())
                .containsExactly(
                        "mill mill-farm farmer.name: reads it",
                        "baker baker-farm farmer.name: cannot decode without it");
    }

    @Test
    void aFieldOfAPartBreaksWhoReadsIt() {
        CommandRun check = check(schema("1.0", PLACE, KILOS));

        assertThat(check.exitCode()).isEqualTo(1);
        assertThat(check.out())
                .contains("farmer was removed")
                .containsPattern("mill +mill-farm +farmer +reads it")
                .contains("Unharmed: baker-farm.");
    }

    @Test
    void aFieldThatNobodyReadsBreaksNobody() {
        CommandRun check = check(schema("1.0", FARMER, KILOS));

        assertThat(check.exitCode()).isZero();
        assertThat(check.out())
                .contains("it must be 2.0, with an upcaster from 1", "place was removed")
                .contains("It breaks nobody who is known here.");
    }

    @Test
    void anotherTypeBreaksEverybodyWhoDecodes() {
        CommandRun check = check(schema("1.0", FARMER, "\"place\": {\"type\": \"integer\"}", KILOS));

        assertThat(check.exitCode()).isEqualTo(1);
        assertThat(check.out()).contains("mill-farm", "baker-farm", "cannot decode it");
    }

    @Test
    void aTighterLimitMattersToWhoReadsTheField() {
        CommandRun check = check(schema("1.0", FARMER, PLACE, "\"kilos\": {\"type\": \"integer\", \"maximum\": 9}"));

        assertThat(check.out()).containsPattern("baker +baker-farm +kilos +reads it");
        assertThat(check.exitCode()).isEqualTo(1);
    }

    @Test
    void aPartThatIsUsedTwiceBreaksWhoReadsEitherOfThem() {
        String used = "\"area\": {\"$ref\": \"#/$defs/count\"}, \"kilos\": {\"$ref\": \"#/$defs/count\"}";
        String before = schema("1.0", FARMER, used).strip();
        String part = "\"$defs\": {\"count\": {\"type\": \"integer\", \"maximum\": %d}}}";
        write(
                "contracts/" + TYPE + "/1.0.schema.json",
                before.substring(0, before.length() - 1) + "," + part.formatted(9));

        CommandRun check = check(before.substring(0, before.length() - 1) + "," + part.formatted(8));

        assertThat(check.out()).containsPattern("baker +baker-farm +kilos +reads it");
        assertThat(check.exitCode()).isEqualTo(1);
    }

    @Test
    void aNewTypeStartsAtOne() {
        CommandRun check = check(schema("1.0", KILOS).replace(TYPE, "farm.grain.lost"));

        assertThat(check.out()).contains("farm.grain.lost is a new type: it starts at 1.0.");
        assertThat(check.exitCode()).isZero();
    }

    @Test
    void answersBadInputWithTwo() {
        assertThat(check("{").exitCode()).isEqualTo(2);
        assertThat(check("{}").err()).contains("must be urn:millrace:<type>:<version>");
        assertThat(check(schema("1.0", KILOS).replace("false", "true")).err())
                .contains("\"additionalProperties\": false");
        assertThat(CommandRun.of("contracts", "check", "--schema", "none.json", "--readers", temp.toString())
                        .exitCode())
                .isEqualTo(2);
        assertThat(CommandRun.of("contracts", "check").exitCode()).isEqualTo(2);
        write("empty/nothing.txt", "");
        assertThat(CommandRun.of("contracts", "list", "--contracts", contracts.toString(), "--readers", temp + "/empty")
                        .err())
                .contains("There is no META-INF/millrace/reads.json");
    }

    @Test
    void whatCannotBeReadIsNamedAndLooksLikeNoVerdict() {
        for (String bad : new String[] {
            "{}", "[1]", "{\"service\": \"a\", \"emits\": [{}], \"consumers\": []}", reads("mill", "1", ""), "no"
        }) {
            mill = write("mill.json", bad);
            CommandRun check = check(schema("1.0", FARMER, PLACE, KILOS));

            assertThat(check.exitCode()).as(bad).isEqualTo(2);
            assertThat(check.err()).contains("mill.json cannot be used: ").doesNotContain("\tat ");
        }
    }

    @Test
    void whoNeedsAFieldCannotDoWithoutItButMayWithAnother() {
        String tighter =
                FARMER.replace("\"name\": {\"type\": \"string\"", "\"name\": {\"type\": \"string\", \"maxLength\": 9");

        assertThat(check(schema("1.0", tighter, PLACE, KILOS)).out())
                .containsPattern("baker +baker-farm +farmer.name +looks at it when decoding")
                .doesNotContain("without");
    }

    @Test
    void locksOnlyWithTheRecordsThatBelongToTheContracts() {
        CommandRun lock = CommandRun.of("contracts", "lock", "--contracts", contracts.toString());

        assertThat(lock.exitCode()).isEqualTo(2);
        assertThat(lock.err()).contains("Give both --contracts and --classes, or neither");
        assertThat(contracts.resolve("contracts.lock")).doesNotExist();
    }

    @Test
    void listsTypesWithWhoSendsAndTakesThem() {
        write("contracts/" + TYPE + "/1.1.schema.json", schema("1.1", FARMER, PLACE, KILOS));

        CommandRun list = run("list");

        assertThat(list.out()).containsPattern(TYPE + " +1.0, 1.1 +- +mill-farm, baker-farm");
        assertThat(list.exitCode()).isZero();
    }

    @Test
    void locksWhatIsNewAndRefusesWhatIsWrong() {
        Path classes = write("classes/nothing.txt", "").getParent();
        String[] lock = {"contracts", "lock", "--contracts", contracts.toString(), "--classes", classes.toString()};

        assertThat(CommandRun.of(lock).out()).contains("locked " + TYPE + " 1.0");
        assertThat(contracts.resolve("contracts.lock")).exists();

        write("contracts/" + TYPE + "/1.0.schema.json", schema("1.0", FARMER, KILOS));
        CommandRun refused = CommandRun.of(lock);
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("was published, but its schema was changed since", "nothing is locked");
    }

    private CommandRun check(String schema, String... more) {
        Path file = write("proposed.json", schema);
        return run(
                "check",
                Stream.concat(Stream.of("--schema", file.toString()), Arrays.stream(more))
                        .toArray(String[]::new));
    }

    private CommandRun run(String command, String... more) {
        return CommandRun.of(Stream.concat(
                        Stream.of(
                                "contracts",
                                command,
                                "--contracts",
                                contracts.toString(),
                                "--readers",
                                mill.toString(),
                                "--readers",
                                baker.toString()),
                        Arrays.stream(more))
                .toArray(String[]::new));
    }

    private static String schema(String version, String... properties) {
        return """
            {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:millrace:%s:%s", "type": "object",
             "properties": {%s}, "additionalProperties": false}
            """.formatted(TYPE, version, String.join(", ", properties));
    }

    private static String reads(String service, String fields, String needed) {
        return """
            {"service": "%1$s", "emits": [], "consumers": [{"durable": "%1$s-farm", "stream": "FARM", "tables": [],
             "handles": [{"type": "%2$s", "version": "1.0", "kinds": ["projection"], "fields": [%3$s],
                          "needed": [%4$s]}]}]}
            """.formatted(service, TYPE, fields, needed);
    }

    private Path write(String name, String content) {
        try {
            Files.createDirectories(temp.resolve(name).getParent());
            return Files.writeString(temp.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path jar(String name, String reads) {
        Path jar = temp.resolve(name);
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream zip = new JarOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("META-INF/millrace/reads.json"));
            zip.write(reads.getBytes(UTF_8));
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.millrace.contracts.compatibility;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.contracts.Folder;
import io.millrace.contracts.registry.Contract;
import io.millrace.contracts.registry.Version;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The changes stand in {@code changes.txt}, so that they can be read at a glance. */
class CompatibilityTest {

    private static final String RULE =
            "; a minor version may only add optional fields, so this must be 2.0, with an upcaster from 1";

    record Case(String title, JsonNode older, JsonNode newer, List<String> sentences) {

        @Override
        public String toString() {
            return title;
        }
    }

    static Stream<Case> changes() throws IOException {
        try (InputStream in = CompatibilityTest.class.getResourceAsStream("changes.txt")) {
            return Arrays.stream(new String(in.readAllBytes(), UTF_8).split("(?m)^## "))
                    .skip(1)
                    .map(CompatibilityTest::read);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void aMinorVersionMayOnlyAddOptionalFieldsAndChangeTexts(Case change) {
        List<String> sentences = new ArrayList<>();
        Compatibility.compare(contract("1.0", change.older), contract("1.1", change.newer))
                .forEach(incompatibility -> sentences.add(incompatibility.toString()));

        assertThat(sentences)
                .containsExactlyInAnyOrderElementsOf(change.sentences.stream()
                        .map(sentence -> "tests.thing.happened 1.1: " + sentence + RULE)
                        .toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void noChangeIsNoFinding(Case change) {
        if (change.sentences.stream().noneMatch(sentence -> sentence.contains("judged"))) {
            assertThat(Compatibility.compare(contract("1.0", change.newer), contract("1.1", change.newer)))
                    .isEmpty();
        }
    }

    @Test
    void thereAreManyChanges() throws IOException {
        assertThat(changes().filter(change -> change.sentences.isEmpty())).hasSizeGreaterThan(7);
        assertThat(changes().filter(change -> !change.sentences.isEmpty())).hasSizeGreaterThan(30);
    }

    @Test
    void whereTheNextMajorIsTakenTheOneBehindItIsDue() {
        Contract older = contract("1.0", Folder.json("{\"properties\":{\"a\":{\"type\":\"string\"}}}"));
        Contract newer = contract("1.1", Folder.json("{\"properties\":{}}"));

        assertThat(Compatibility.compare(older, newer, new Version(3, 0)))
                .singleElement()
                .asString()
                .endsWith("so this must be 3.0, with an upcaster from 2");
    }

    @Test
    void onlyMinorVersionsOfOneMajorAreCompared() {
        JsonNode schema = Folder.json("{}");

        assertThatThrownBy(() -> Compatibility.compare(contract("1.0", schema), contract("2.0", schema)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Compatibility.compare(contract("1.1", schema), contract("1.0", schema)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Contract contract(String version, JsonNode schema) {
        return new Contract(Folder.TYPE, Version.parse(version), schema, List.of());
    }

    /** The title, then lines of the older schema (-), of the newer one (+), of both ( ), and of findings (!). */
    private static Case read(String section) {
        StringBuilder older = new StringBuilder();
        StringBuilder newer = new StringBuilder();
        List<String> sentences = new ArrayList<>();
        section.lines()
                .skip(1)
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(line -> {
                    String rest = line.substring(1);
                    switch (line.charAt(0)) {
                        case '-' -> older.append(rest);
                        case '+' -> newer.append(rest);
                        case '!' -> sentences.add(rest.strip());
                        default -> {
                            older.append(line);
                            newer.append(line);
                        }
                    }
                });
        return new Case(
                section.lines().findFirst().orElseThrow().strip(),
                schema(older.toString()),
                schema(newer.toString()),
                sentences);
    }

    private static JsonNode schema(String rest) {
        return Folder.json(Folder.schema("1.0", rest));
    }
}

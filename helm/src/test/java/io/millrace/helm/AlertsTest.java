package io.millrace.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * When each alert fires, and when it must not: cases for Prometheus' own {@code promtool}. It runs where it is installed, or is
 * said to be: {@code MILLRACE_PROMTOOL} is its path.
 */
class AlertsTest {

    private static final Path CASES = Path.of("src", "test", "resources", "alerts", "millrace.test.yaml");
    private static final Path RULES = Path.of("millrace", "alerts", "millrace.yaml");

    @Test
    void eachAlertHasACaseInWhichItFiresAndOneInWhichItMustNot() throws IOException {
        Set<String> alerts = names(yaml(RULES).at("/groups/0/rules").valueStream(), "alert");

        assertThat(names(cases().filter(AlertsTest::fires), "alertname")).isEqualTo(alerts);
        assertThat(names(cases().filter(alert -> !fires(alert)), "alertname")).isEqualTo(alerts);
    }

    @Test
    void eachCaseIsAsPrometheusSeesIt() throws Exception {
        Optional<Path> promtool = promtool();
        assumeTrue(promtool.isPresent(), "there is no promtool here");

        Process testing = new ProcessBuilder(promtool.get().toString(), "test", "rules", CASES.toString())
                .redirectErrorStream(true)
                .start();
        String text = new String(testing.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(testing.waitFor()).as(text).isZero();
    }

    private static Stream<JsonNode> cases() throws IOException {
        return yaml(CASES)
                .path("tests")
                .valueStream()
                .flatMap(test -> test.path("alert_rule_test").valueStream());
    }

    private static boolean fires(JsonNode alert) {
        return !alert.path("exp_alerts").isEmpty();
    }

    private static Set<String> names(Stream<JsonNode> nodes, String field) {
        return nodes.map(node -> node.path(field).asText()).collect(Collectors.toSet());
    }

    private static JsonNode yaml(Path file) throws IOException {
        return new ObjectMapper().valueToTree(new Yaml().load(Files.readString(file)));
    }

    private static Optional<Path> promtool() {
        String given = System.getenv("MILLRACE_PROMTOOL");
        if (given == null) {
            return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                    .map(folder -> Path.of(folder, "promtool"))
                    .filter(AlertsTest::isProgram)
                    .findFirst();
        }
        assertThat(Path.of(given)).as("MILLRACE_PROMTOOL").matches(AlertsTest::isProgram, "is a program");
        return Optional.of(Path.of(given));
    }

    private static boolean isProgram(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }
}

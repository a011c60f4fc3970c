package io.millrace.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pod starts a service as {@code ./millrace up} does. */
class StartCommandTest {

    private static final Path SERVICES = Path.of("..", "services");
    private static final Path SHOP = SERVICES.resolve("cli/src/main/java/io/millrace/cli/shop");
    private static final Pattern TEXT = Pattern.compile("\"(-[^\"]+)\"");
    private static final Pattern VARIABLE = Pattern.compile("\"((?:MICRONAUT|DATASOURCES|NATS)_[A-Z_]+)\"");

    private final Rendered rendered = TestChart.copy().render("values-development.yaml");

    @ParameterizedTest
    @ValueSource(strings = {"customers", "orders", "inventory", "billing", "delivery"})
    void withTheSameFlagsAndMainClass(String service) {
        List<String> command = rendered.pod(service).command();
        String mainClass = command.getLast();
        Path source = SERVICES.resolve(service).resolve("src/main/java").resolve(mainClass.replace('.', '/') + ".java");

        assertThat(command.getFirst()).isEqualTo("java");
        assertThat(command.subList(1, command.size() - 3)).isEqualTo(found(TEXT, SHOP.resolve("JvmFlags.java")));
        assertThat(command.get(command.size() - 3)).isEqualTo("-cp");
        assertThat(Files.exists(source)).as(source.toString()).isTrue();
    }

    @Test
    void withTheSameVariables() {
        List<String> variables = found(VARIABLE, SHOP.resolve("Shop.java")).stream()
                // Where it listens: on all addresses of its pod, which is the default.
                .filter(name -> !name.equals("MICRONAUT_SERVER_HOST"))
                .toList();

        assertThat(variables).hasSizeGreaterThan(6);
        assertThat(rendered.pod("orders").container().path("env"))
                .extracting(variable -> variable.path("name").asText())
                .containsAll(variables);
    }

    @Test
    void anInstanceIsNamedAsItsPod() {
        JsonNode instance = rendered.pod("orders").variable("MILLRACE_INSTANCE");

        assertThat(instance.at("/valueFrom/fieldRef/fieldPath").asText()).isEqualTo("metadata.name");
    }

    @Test
    void credentialsAreReadFromAFileOfASecret() {
        RenderedPod pod = TestChart.copy().render("values-production.yaml").pod("orders");
        Path file =
                Path.of(pod.variable("NATS_DEFAULT_CREDENTIALS").path("value").asText());

        assertThat(pod.container().path("volumeMounts"))
                .anyMatch(mount ->
                        mount.path("mountPath").asText().equals(file.getParent().toString()));
        assertThat(pod.spec().path("volumes"))
                .anyMatch(volume -> volume.at("/secret/secretName").asText().equals("orders-nats")
                        && volume.at("/secret/items/0/path")
                                .asText()
                                .equals(file.getFileName().toString()));
    }

    @Test
    void streamsAreAppliedByTheCommandLine() {
        assertThat(rendered.pod("streams-apply").command())
                .containsSubsequence("io.millrace.cli.Millrace", "streams", "apply", "--server", "nats://nats:4222");
    }

    private static List<String> found(Pattern pattern, Path source) {
        return pattern.matcher(Folders.read(source))
                .results()
                .map(MatchResult::group)
                .map(quoted -> quoted.substring(1, quoted.length() - 1))
                .distinct()
                .toList();
    }
}

package io.millrace.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.marcnuri.helm.LintResult;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartTest {

    private static final KubernetesSchemas SCHEMAS = new KubernetesSchemas();

    @Test
    void helmFindsNothingToComplainAbout() {
        LintResult lint = TestChart.copy().lint();

        assertThat(lint.isFailed()).as(String.join("\n", lint.getMessages())).isFalse();
        assertThat(lint.getMessages()).noneMatch(message -> message.contains("WARNING") || message.contains("ERROR"));
    }

    @EveryRendering
    void everyObjectIsWhatKubernetesTakes(String values) {
        List<JsonNode> objects = TestChart.copy().render(values).objects();

        assertThat(objects).hasSizeGreaterThan(20);
        assertThat(objects.stream().flatMap(object -> SCHEMAS.problems(object).stream()))
                .isEmpty();
    }

    @EveryRendering
    void noTwoObjectsHaveTheSameName(String values) {
        assertThat(TestChart.copy().render(values).objects().stream()
                        .map(object -> object.path("kind").asText() + " " + Rendered.nameOf(object)))
                .doesNotHaveDuplicates();
    }

    @Test
    void thePostgresToTryIsWhatKubernetesTakes() {
        List<JsonNode> objects = Rendered.documents(Folders.read(Path.of("examples", "postgres.yaml")))
                .toList();

        assertThat(objects).hasSize(4);
        assertThat(objects.stream().flatMap(object -> SCHEMAS.problems(object).stream()))
                .isEmpty();
    }

    /** Fields that nobody knows, numbers where text belongs, and what is missing: the schemas see it. */
    @Test
    void theSchemasAreStrict() {
        JsonNode broken = Rendered.documents("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: broken}
                spec:
                  replicaz: 1
                  template:
                    spec:
                      containers:
                        - {name: one, env: [{name: A, value: 1}], resources: {limits: {cpu: 1, memory: 1Gi}}}
                """).findFirst().orElseThrow();

        assertThat(SCHEMAS.problems(broken))
                .hasSize(3)
                .anyMatch(problem -> problem.contains("replicaz"))
                .anyMatch(problem -> problem.contains("env/0/value") && problem.contains("string expected"))
                .anyMatch(problem -> problem.contains("/spec/selector/matchLabels is missing"));
    }
}

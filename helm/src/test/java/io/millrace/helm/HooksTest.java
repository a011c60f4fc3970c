package io.millrace.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class HooksTest {

    @Test
    void streamsAreThereBeforeTheServices() {
        assertThat(hook("values-production.yaml", "Job", "streams-apply")).isEqualTo("pre-install,pre-upgrade");
    }

    @Test
    void aServerThatComesWithTheReleaseIsThereOnlyAfterwards() {
        assertThat(hook("values-single-node.yaml", "Job", "streams-apply")).isEqualTo("post-install,post-upgrade");
    }

    /** Otherwise the default deny of the release before would keep the job from NATS. */
    @Test
    void theWayToNatsIsOpenBeforeTheJobRuns() {
        assertThat(hook("values-production.yaml", "NetworkPolicy", "streams-apply"))
                .isEqualTo(hook("values-production.yaml", "Job", "streams-apply"));
    }

    /** What was decided is not asked again, and Helm is told at once. */
    @Test
    void aJobThatRefusesIsNotTriedAgain() {
        JsonNode job = job("values-production.yaml");

        assertThat(job.at("/spec/podFailurePolicy/rules/0/action").asText()).isEqualTo("FailJob");
        assertThat(job.at("/spec/podFailurePolicy/rules/0/onExitCodes/values").toString())
                .isEqualTo("[1]");
        assertThat(job.at("/spec/podFailurePolicy/rules/0/onExitCodes/containerName"))
                .isEqualTo(job.at("/spec/template/spec/containers/0/name"));
        assertThat(job.at("/spec/template/spec/restartPolicy").asText()).isEqualTo("Never");
    }

    @Test
    void noPasswordStandsOnACommandLine() {
        RenderedPod job = TestChart.copy().render("values-everything.yaml").pod("streams-apply");

        assertThat(job.command())
                .containsSubsequence("--user", "$(NATS_USERNAME)")
                .doesNotContain("--password")
                .noneMatch(word -> word.contains("NATS_PASSWORD"));
        assertThat(job.variable("NATS_PASSWORD").at("/valueFrom/secretKeyRef").isObject())
                .isTrue();
    }

    @Test
    void streamsOfOnesOwnAreDeclaredBesideThoseOfTheImage() {
        RenderedPod job = TestChart.copy().render("values-everything.yaml").pod("streams-apply");

        assertThat(job.command())
                .containsSubsequence("--inbox-prefix", "_INBOX.streams")
                .containsSubsequence("--also", "/etc/millrace/declarations")
                .contains("--by-template");
        assertThat(job.container().path("volumeMounts"))
                .anyMatch(mount -> mount.path("mountPath").asText().equals("/etc/millrace/declarations/streams"));
        assertThat(job.spec().path("volumes"))
                .anyMatch(volume -> volume.at("/configMap/name").asText().equals("own-streams"));
        assertThat(TestChart.copy()
                        .render("values-production.yaml")
                        .pod("streams-apply")
                        .command())
                .doesNotContain("--also", "--by-template", "--inbox-prefix");
    }

    @Test
    void theTestRunsWhenItIsAskedFor() {
        assertThat(hook("values-production.yaml", "Pod", "test")).isEqualTo("test");
    }

    /** Helm deletes what has succeeded before it reads the logs (helm/helm#9098), and asks hooks of every kind for some. */
    @EveryRendering
    void theLogsOfTheTestCanBeReadWhenItIsOver(String values) {
        List<JsonNode> tests = TestChart.copy().render(values).objects().stream()
                .filter(object -> annotation(object, TestChart.HOOK).equals("test"))
                .toList();

        assertThat(tests).extracting(test -> test.path("kind").asText()).containsExactly("Pod");
        assertThat(annotation(tests.getFirst(), "helm.sh/hook-delete-policy")).isEqualTo("before-hook-creation");
    }

    /** It was a hook of that name, which a failed test left behind: Helm takes over nothing that it does not know as its own. */
    @EveryRendering
    void theRuleOfTheTestIsNotNamedAsItWasAsAHook(String values) {
        assertThat(TestChart.copy().render(values).ofKind("NetworkPolicy"))
                .filteredOn(rule -> annotation(rule, TestChart.HOOK).isEmpty())
                .extracting(Rendered::nameOf)
                .contains("shop-test-pod")
                .doesNotContain("shop-test");
    }

    private static JsonNode job(String values) {
        return TestChart.copy().render(values).the("Job", "streams-apply");
    }

    private static String hook(String values, String kind, String name) {
        return annotation(TestChart.copy().render(values).the(kind, name), TestChart.HOOK);
    }

    private static String annotation(JsonNode object, String name) {
        return object.at("/metadata/annotations").path(name).asText();
    }
}

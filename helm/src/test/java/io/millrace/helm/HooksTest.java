package io.millrace.helm;

import static org.assertj.core.api.Assertions.assertThat;

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

    @Test
    void theTestRunsWhenItIsAskedFor() {
        assertThat(hook("values-production.yaml", "Pod", "test")).isEqualTo("test");
    }

    private static String hook(String values, String kind, String name) {
        return TestChart.copy()
                .render(values)
                .the(kind, name)
                .at("/metadata/annotations")
                .path(TestChart.HOOK)
                .asText();
    }
}

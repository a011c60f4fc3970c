package io.millrace.helm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is said after an installation. */
class NotesTest {

    private static final String WHO_SCRAPES = "networkPolicy.metrics.from is empty";

    @Test
    void saysHowToSeeThatItIsUp() {
        assertThat(TestChart.copy().notes("values-development.yaml"))
                .startsWith("millrace ")
                .contains("is installed as shop", "helm --namespace default test shop", "service/shop-orders 8080:8080")
                .doesNotContain(WHO_SCRAPES);
    }

    @Test
    void saysWhenPrometheusIsLetInOnlyWithThoseWhoAskForRest() {
        assertThat(TestChart.copy().notes("values-development.yaml", "podMonitor: {enabled: true}"))
                .contains(WHO_SCRAPES);
        assertThat(TestChart.copy()
                        .notes(
                                "values-development.yaml",
                                "{podMonitor: {enabled: true}, networkPolicy: {enabled: false}}"))
                .doesNotContain(WHO_SCRAPES);
        assertThat(TestChart.copy().notes("values-production.yaml")).doesNotContain(WHO_SCRAPES);
    }
}

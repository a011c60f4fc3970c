package io.millrace.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Alerts and dashboards, which are files of the chart. */
class WatchingTest {

    private static final Path METRICS = Path.of("..", "docs", "metrics.md");
    private static final Pattern METRIC = Pattern.compile("\\b(millrace|http|jvm|hikaricp|process|logback)_[a-z_]+");

    private final Rendered rendered = TestChart.copy().render("values-production.yaml");

    @Test
    void everyAlertSaysWhatIsWrong() {
        List<JsonNode> rules = rules();

        assertThat(rules).hasSizeGreaterThan(4).allSatisfy(rule -> {
            assertThat(rule.at("/labels/severity").asText()).isIn("warning", "critical");
            assertThat(rule.at("/annotations/summary").asText()).isNotBlank();
            assertThat(rule.at("/annotations/description").asText()).isNotBlank();
        });
    }

    @Test
    void everyDashboardIsJsonAndAsksSomething() {
        assertThat(dashboards())
                .isNotEmpty()
                .allSatisfy(dashboard -> assertThat(queries(dashboard)).isNotEmpty());
    }

    @Test
    void onlyMetricsAreAskedForThatAreExplained() {
        String explained = Folders.read(METRICS);

        assertThat(metrics()).hasSizeGreaterThan(8).allMatch(metric -> {
            String stem = metric.replaceAll("_(count|sum)$", "");
            return explained.contains("`" + metric + "`") || explained.contains("`" + stem + "_count`");
        });
    }

    private Set<String> metrics() {
        Stream<String> alerts = rules().stream().map(rule -> rule.path("expr").asText());
        Stream<String> panels = dashboards().stream().flatMap(dashboard -> queries(dashboard).stream());
        return Stream.concat(alerts, panels)
                .flatMap(query -> METRIC.matcher(query).results().map(MatchResult::group))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<JsonNode> rules() {
        return rendered.ofKind("PrometheusRule").stream()
                .flatMap(file -> file.at("/spec/groups").valueStream())
                .flatMap(group -> group.path("rules").valueStream())
                .toList();
    }

    private List<JsonNode> dashboards() {
        return rendered.ofKind("ConfigMap").stream()
                .flatMap(map -> map.path("data").valueStream())
                .map(text -> json(text.asText()))
                .toList();
    }

    private static List<String> queries(JsonNode dashboard) {
        return dashboard.path("panels").findValuesAsText("expr");
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }
}

package io.millrace.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Alerts and dashboards, which are files of the chart. */
class WatchingTest {

    private static final Path METRICS = Path.of("..", "docs", "metrics.md");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `([a-z_]+)`(?:, `(_[a-z]+)`)? \\|[^|\\n]*\\|([^|\\n]*)\\|.*$");
    private static final Pattern QUOTED = Pattern.compile("`([a-z_]+)`");
    private static final Pattern IN_ALERTS = Pattern.compile("\\$labels\\.([a-z_]+)");
    private static final Pattern IN_PANELS = Pattern.compile("\\{\\{([a-z_]+)}}");
    private static final Pattern CHOICE = Pattern.compile("label_values\\((.*), ([a-z_]+)\\)");

    private final Map<String, Set<String>> metrics = explained();
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
                .allSatisfy(dashboard -> assertThat(targets(dashboard)).isNotEmpty());
    }

    @Test
    void everyAlertAsksForWhatIsExplained() {
        assertThat(rules()).allSatisfy(rule -> {
            Set<String> labels = PromQl.labelsOf(rule.path("expr").asText(), metrics);
            assertThat(labels).contains("namespace", "service");
            assertThat(names(IN_ALERTS, rule.path("annotations").toString())).isSubsetOf(labels);
        });
    }

    @Test
    void everyPanelAsksForWhatIsExplained() {
        assertThat(dashboards())
                .flatMap(WatchingTest::targets)
                .hasSizeGreaterThan(8)
                .allSatisfy(target -> {
                    Set<String> labels = PromQl.labelsOf(target.path("expr").asText(), metrics);
                    assertThat(names(IN_PANELS, target.path("legendFormat").asText()))
                            .as("what tells the lines apart")
                            .isEqualTo(labels.contains("consumer") ? without(labels, "service") : labels);
                });
    }

    @Test
    void everyChoiceOfADashboardIsThere() {
        assertThat(dashboards())
                .flatMap(dashboard ->
                        dashboard.at("/templating/list").valueStream().toList())
                .filteredOn(variable -> variable.path("type").asText().equals("query"))
                .hasSizeGreaterThan(1)
                .allSatisfy(variable -> {
                    Matcher asked = CHOICE.matcher(variable.path("query").asText());
                    assertThat(asked.matches()).isTrue();
                    assertThat(PromQl.labelsOf(asked.group(1), metrics)).contains(asked.group(2));
                });
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

    private static List<JsonNode> targets(JsonNode dashboard) {
        return dashboard
                .path("panels")
                .valueStream()
                .flatMap(panel -> panel.path("targets").valueStream())
                .toList();
    }

    /** The labels of each metric: its own, and those that whoever scrapes adds. */
    private static Map<String, Set<String>> explained() {
        Map<String, Set<String>> metrics = new HashMap<>();
        ROW.matcher(Folders.read(METRICS)).results().forEach(row -> {
            Set<String> labels = names(QUOTED, row.group(3));
            labels.addAll(Set.of("namespace", "service"));
            metrics.put(row.group(1), labels);
            if (row.group(2) != null) {
                metrics.put(row.group(1).replaceFirst("_[a-z]+$", row.group(2)), labels);
            }
        });
        return metrics;
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static Set<String> without(Set<String> labels, String one) {
        return labels.stream().filter(label -> !label.equals(one)).collect(Collectors.toSet());
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }
}

package io.millrace.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromQlTest {

    private static final Map<String, Set<String>> METRICS =
            Map.of("lag", Set.of("service", "consumer"), "handled_total", Set.of("service", "consumer"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lag{service=~\"$service\"} | consumer,service",
                "max by (consumer) (lag) > 300 | consumer",
                "sum by (service) (rate(handled_total[$__rate_interval])) / sum by (service) (lag) | service",
                "count by (service) (max_over_time(lag[1h])) unless count by (service) (lag) | service",
                "max by (service) (1 - lag{consumer=\"a\"}) == 0 | service"
            })
    void readsWhatIsAsked(String query, String labels) {
        assertThat(PromQl.labelsOf(query, METRICS)).containsExactlyInAnyOrder(labels.split(","));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max by (consumer) (lag | should stand",
                "max by (consumer) (lag)) | should stand",
                "max by (pod) (lag) | there is only",
                "sum by (consumer) (max by (service) (lag)) | there is only",
                "lag{pod=\"a\"} | has no label pod",
                "lagg | is not explained",
                "rate(lag) | takes a range",
                "lag[1m] | a range is no answer",
                "lag[1 minute] | not understood",
                "raet(lag[1m]) | no function raet",
                "sum by (service) (lag) / sum by (consumer) (lag) | have other labels",
                "lag > | ends too early"
            })
    void refusesWhatCannotBeMeant(String query, String why) {
        assertThatThrownBy(() -> PromQl.labelsOf(query, METRICS)).hasMessageContaining(why);
    }

    @Test
    void aNumberHasNoLabels() {
        assertThat(PromQl.labelsOf("1", METRICS)).isEmpty();
    }
}

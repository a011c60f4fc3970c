package io.millrace.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NetworkRulesTest {

    @EveryRendering
    void everyPodIsClosedUnlessARuleOpensIt(String values) {
        Rendered rendered = TestChart.copy().render(values);

        assertThat(rendered.pods())
                .allSatisfy(pod -> assertThat(rendered.ofKind("NetworkPolicy"))
                        .filteredOn(policy -> pod.isSelectedBy(policy.at("/spec/podSelector")))
                        .as(pod.name())
                        .anyMatch(NetworkRulesTest::closesBothWays));
    }

    @EveryRendering
    void whatNobodyThoughtOfIsClosedAsWell(String values) {
        Rendered rendered = TestChart.copy().render(values);
        JsonNode deny = rendered.the("NetworkPolicy", "default-deny");

        assertThat(rendered.pods()).allMatch(pod -> pod.isSelectedBy(deny.at("/spec/podSelector")));
        assertThat(closesBothWays(deny)).isTrue();
        assertThat(deny.at("/spec/ingress").isMissingNode()).isTrue();
        assertThat(deny.at("/spec/egress").isMissingNode()).isTrue();
    }

    @EveryRendering
    void everyServiceOfTheChartFindsItsPods(String values) {
        Rendered rendered = TestChart.copy().render(values);

        for (JsonNode service : rendered.ofKind("Service")) {
            assertThat(rendered.pods())
                    .filteredOn(pod -> pod.labels().entrySet().containsAll(selector(service)))
                    .extracting(RenderedPod::name)
                    .containsExactly(Rendered.nameOf(service));
        }
    }

    @Test
    void aServiceReachesNamesNatsItsDatabaseAndWhatIsOutside() {
        Rendered rendered = TestChart.copy().render("values-production.yaml");

        assertThat(egressPorts(rendered, "billing")).containsExactly("53", "53", "4222", "5432", "443");
        assertThat(egressPorts(rendered, "customers")).containsExactly("53", "53", "4222", "5432");
        assertThat(egressPorts(rendered, "streams-apply")).containsExactly("53", "53", "4222");
    }

    @Test
    void portsAreThoseOfTheUrls() {
        Rendered rendered = TestChart.copy().render("values-everything.yaml");

        assertThat(egressPorts(rendered, "customers")).containsExactly("53", "53", "4222", "4333", "5432", "5433");
        assertThat(egressPorts(rendered, "billing")).containsExactly("53", "53", "4222", "4333", "5432", "8090");
    }

    @Test
    void onlyThoseWhoAreNamedMayAskAService() {
        JsonNode ingress = TestChart.copy()
                .render("values-production.yaml")
                .the("NetworkPolicy", "orders")
                .at("/spec/ingress");

        assertThat(ingress).hasSize(1);
        assertThat(ingress.at("/0/ports/0/port").asInt()).isEqualTo(8080);
        assertThat(ingress.at("/0/from").toString())
                .contains("\"app.kubernetes.io/name\":\"test\"", "ingress-nginx", "monitoring")
                .doesNotContain("\"podSelector\":{}");
    }

    private static boolean closesBothWays(JsonNode policy) {
        return policy.at("/spec/policyTypes").toString().equals("[\"Ingress\",\"Egress\"]");
    }

    private static List<Map.Entry<String, String>> selector(JsonNode service) {
        return service.at("/spec/selector").properties().stream()
                .map(label -> Map.entry(label.getKey(), label.getValue().asText()))
                .toList();
    }

    private static List<String> egressPorts(Rendered rendered, String name) {
        List<String> ports = new ArrayList<>();
        rendered.the("NetworkPolicy", name)
                .at("/spec/egress")
                .forEach(rule -> rule.path("ports")
                        .forEach(port -> ports.add(port.path("port").asText())));
        return ports;
    }
}

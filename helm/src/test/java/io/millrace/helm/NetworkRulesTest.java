package io.millrace.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NetworkRulesTest {

    @EveryRendering
    void everyPodHasOneRuleThatIsItsOwn(String values) {
        Rendered rendered = TestChart.copy().render(values);

        for (RenderedPod pod : rendered.pods()) {
            JsonNode own = ruleOf(rendered, pod);
            assertThat(Rendered.nameOf(own)).startsWith(pod.name());
            assertThat(closesBothWays(own)).as(pod.name()).isTrue();
            assertThat(rendered.pods())
                    .filteredOn(other -> other.isSelectedBy(own.at("/spec/podSelector")))
                    .extracting(RenderedPod::name)
                    .containsExactly(pod.name());
        }
    }

    @EveryRendering
    void theTestReachesEveryServiceAndIsReachedByNobody(String values) {
        Rendered rendered = TestChart.copy().render(values);
        RenderedPod test = rendered.pod("test");
        JsonNode rule = ruleOf(rendered, test);

        assertThat(rule.at("/spec/ingress").isMissingNode()).isTrue();
        for (RenderedPod service : services(rendered)) {
            assertThat(rule.at("/spec/egress"))
                    .as("to " + service.name())
                    .anyMatch(way -> leads(way.path("to"), service) && !way.has("ports"));
            assertThat(ruleOf(rendered, service).at("/spec/ingress"))
                    .as("into " + service.name())
                    .anyMatch(way -> leads(way.path("from"), test)
                            && way.at("/ports/0/port")
                                    .equals(service.container().at("/ports/0/containerPort")));
        }
    }

    @Test
    void jobAndServicesReachTheServerThatIsBrought() {
        Rendered rendered = TestChart.copy().render("values-single-node.yaml");
        JsonNode nats = rendered.the("NetworkPolicy", "brought-nats");
        List<RenderedPod> asking = new ArrayList<>(services(rendered));
        asking.add(rendered.pod("streams-apply"));

        for (RenderedPod pod : asking) {
            assertThat(ruleOf(rendered, pod).at("/spec/egress"))
                    .as("out of " + pod.name())
                    .anyMatch(way -> way.at("/ports/0/port").asInt() == 4222
                            && way.at("/to/0/podSelector").equals(nats.at("/spec/podSelector")));
            assertThat(nats.at("/spec/ingress/0/from"))
                    .as("from " + pod.name())
                    .anyMatch(peer -> pod.isSelectedBy(peer.path("podSelector")));
        }
    }

    @Test
    void theJobReachesTheServersOfAProduction() {
        Rendered rendered = TestChart.copy().render("values-production.yaml");

        assertThat(ruleOf(rendered, rendered.pod("streams-apply")).at("/spec/egress"))
                .anyMatch(way -> way.at("/ports/0/port").asInt() == 4222
                        && way.path("to").toString().contains("\"messaging\""));
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

    /** A rule is held against the port of a pod, which a Service may hide behind another. */
    @Test
    void portsMayBeThoseOfPodsBehindAService() {
        Rendered rendered = TestChart.copy()
                .render(
                        "values-production.yaml",
                        "{networkPolicy: {dns: {ports: [5353]}, broker: {ports: [14222]}, database: {ports: [6432, 6433]}},"
                                + " services: {billing: {outside: {MILLRACE_BILLING_PROVIDER_URL: {ports: [8443]}}}}}");

        assertThat(egressPorts(rendered, "billing")).containsExactly("5353", "5353", "14222", "6432", "6433", "8443");
        assertThat(egressPorts(rendered, "streams-apply")).containsExactly("5353", "5353", "14222");
        assertThat(egressPorts(rendered, "test-pod")).containsExactly("5353", "5353");
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

    /** The one that selects it besides the default. */
    private static JsonNode ruleOf(Rendered rendered, RenderedPod pod) {
        List<JsonNode> rules = rendered.ofKind("NetworkPolicy").stream()
                .filter(rule -> !Rendered.nameOf(rule).endsWith("-default-deny"))
                .filter(rule -> pod.isSelectedBy(rule.at("/spec/podSelector")))
                .toList();
        assertThat(rules).as("rules of " + pod.name()).hasSize(1);
        return rules.getFirst();
    }

    private static List<RenderedPod> services(Rendered rendered) {
        return rendered.pods().stream().filter(RenderedPod::runsAsLongAsItCan).toList();
    }

    private static boolean leads(JsonNode peers, RenderedPod pod) {
        return peers.valueStream()
                .map(peer -> peer.path("podSelector"))
                .anyMatch(selector -> selector.has("matchLabels") && pod.isSelectedBy(selector));
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

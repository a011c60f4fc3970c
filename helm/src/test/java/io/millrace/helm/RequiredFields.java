package io.millrace.helm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What Kubernetes asks for and the schemas do not say. */
final class RequiredFields {

    private static final List<String> OF_ALL = List.of("/apiVersion", "/kind", "/metadata/name");

    private static final Map<String, List<String>> OF_A_KIND = Map.of(
            "Deployment", List.of("/spec/selector/matchLabels", "/spec/template/spec/containers/0/name"),
            "Job", List.of("/spec/template/spec/restartPolicy", "/spec/template/spec/containers/0/name"),
            "Pod", List.of("/spec/containers/0/name"),
            "Service", List.of("/spec/selector", "/spec/ports/0/port"),
            "PodDisruptionBudget", List.of("/spec/selector/matchLabels"),
            "NetworkPolicy", List.of("/spec/podSelector/matchLabels", "/spec/policyTypes/0"),
            "HorizontalPodAutoscaler", List.of("/spec/scaleTargetRef/name", "/spec/maxReplicas"),
            "PodMonitor", List.of("/spec/selector/matchLabels", "/spec/podMetricsEndpoints/0/port"),
            "PrometheusRule", List.of("/spec/groups/0/rules/0/expr"));

    private RequiredFields() {}

    static Stream<String> missing(JsonNode object) {
        return Stream.concat(
                        OF_ALL.stream(),
                        OF_A_KIND.getOrDefault(object.path("kind").asText(), List.of()).stream())
                .filter(field ->
                        object.at(field).isMissingNode() || object.at(field).isNull());
    }
}

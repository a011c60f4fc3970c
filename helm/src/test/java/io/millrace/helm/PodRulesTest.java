package io.millrace.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What goes for every pod, whatever its values say. */
class PodRulesTest {

    @EveryRendering
    void noPodHasMoreRightsThanItNeeds(String values) {
        for (RenderedPod pod : pods(values)) {
            JsonNode security = pod.spec().path("securityContext");
            assertThat(security.path("runAsNonRoot").asBoolean()).as(pod.name()).isTrue();
            assertThat(security.path("runAsUser").asLong()).as(pod.name()).isGreaterThan(0);
            assertThat(security.at("/seccompProfile/type").asText())
                    .as(pod.name())
                    .isEqualTo("RuntimeDefault");
            assertThat(pod.spec().path("automountServiceAccountToken").asBoolean(true))
                    .as(pod.name())
                    .isFalse();
            for (String shared : List.of("hostNetwork", "hostPID", "hostIPC")) {
                assertThat(pod.spec().path(shared).asBoolean()).as(pod.name()).isFalse();
            }
            assertThat(pod.spec().findValues("hostPath")).as(pod.name()).isEmpty();
        }
    }

    @EveryRendering
    void noContainerHasMoreRightsThanItNeeds(String values) {
        for (JsonNode container : containers(values)) {
            JsonNode security = container.path("securityContext");
            assertThat(security.path("privileged").asBoolean(true)).isFalse();
            assertThat(security.path("allowPrivilegeEscalation").asBoolean(true))
                    .isFalse();
            assertThat(security.path("readOnlyRootFilesystem").asBoolean()).isTrue();
            assertThat(security.path("runAsNonRoot").asBoolean()).isTrue();
            assertThat(security.at("/capabilities/drop").toString()).isEqualTo("[\"ALL\"]");
            assertThat(security.at("/capabilities/add").isMissingNode()).isTrue();
        }
    }

    @EveryRendering
    void everyContainerSaysWhatItNeeds(String values) {
        for (JsonNode container : containers(values)) {
            for (String kind : List.of("requests", "limits")) {
                assertThat(container.at("/resources/" + kind + "/cpu").asText()).isNotEmpty();
                assertThat(container.at("/resources/" + kind + "/memory").asText())
                        .isNotEmpty();
            }
        }
    }

    @EveryRendering
    void whateverRunsForLongIsProbed(String values) {
        for (RenderedPod pod : pods(values)) {
            for (JsonNode container : pod.containers()) {
                boolean probed = Stream.of("startupProbe", "livenessProbe", "readinessProbe")
                        .allMatch(probe -> container
                                .at("/" + probe + "/httpGet/path")
                                .asText()
                                .startsWith("/health/"));
                assertThat(probed).as(pod.name()).isEqualTo(pod.runsAsLongAsItCan());
            }
        }
    }

    @EveryRendering
    void everyImageIsOfAVersion(String values) {
        for (JsonNode container : containers(values)) {
            assertThat(container.path("image").asText())
                    .matches("[a-z0-9./-]+(:[A-Za-z0-9._-]+|@sha256:[0-9a-f]{64})")
                    .doesNotEndWith(":latest");
        }
    }

    @EveryRendering
    void everySecretIsAReference(String values) {
        Rendered rendered = TestChart.copy().render(values);

        assertThat(rendered.ofKind("Secret")).isEmpty();
        for (JsonNode container : containers(values)) {
            for (JsonNode variable : container.path("env")) {
                boolean secret = variable.path("name").asText().matches(".*(PASSWORD|USERNAME|TOKEN|KEY)");
                assertThat(variable.at("/valueFrom/secretKeyRef").isObject())
                        .as(variable.toString())
                        .isEqualTo(secret);
            }
        }
    }

    /** Also what runs once: it needs the same nodes, and the same certificates. */
    @Test
    void everyPodGoesWhereItIsTold() {
        for (RenderedPod pod : pods("values-everything.yaml")) {
            assertThat(pod.spec().at("/nodeSelector").toString())
                    .as(pod.name())
                    .isEqualTo("{\"kubernetes.io/arch\":\"arm64\"}");
            assertThat(pod.spec().at("/tolerations/0/key").asText())
                    .as(pod.name())
                    .isEqualTo("shop");
            assertThat(pod.spec().at("/affinity/nodeAffinity").isObject())
                    .as(pod.name())
                    .isTrue();
            assertThat(pod.spec().at("/priorityClassName").asText())
                    .as(pod.name())
                    .isEqualTo("shop");
            assertThat(pod.spec().at("/volumes").findValuesAsText("name"))
                    .as(pod.name())
                    .contains("tmp", "certificates");
            assertThat(pod.container().at("/volumeMounts").findValuesAsText("mountPath"))
                    .as(pod.name())
                    .contains("/tmp", "/etc/certificates");
        }
    }

    /** The nodes of a zone that is away are tainted: nothing waits for them. */
    @EveryRendering
    void noServiceWaitsForAZoneThatIsAway(String values) {
        for (RenderedPod pod : pods(values)) {
            for (JsonNode spread : pod.spec().path("topologySpreadConstraints")) {
                assertThat(spread.path("nodeTaintsPolicy").asText())
                        .as(pod.name())
                        .isEqualTo("Honor");
            }
        }
    }

    private static List<RenderedPod> pods(String values) {
        List<RenderedPod> pods = TestChart.copy().render(values).pods();
        assertThat(pods).hasSizeGreaterThan(4);
        return pods;
    }

    private static List<JsonNode> containers(String values) {
        return pods(values).stream().flatMap(pod -> pod.containers().stream()).toList();
    }
}

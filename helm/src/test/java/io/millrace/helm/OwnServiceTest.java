package io.millrace.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class OwnServiceTest {

    @Test
    void aServiceOfOnesOwnNeedsValuesOnly() {
        Rendered rendered = TestChart.copy().render("values-everything.yaml");
        RenderedPod pod = rendered.pod("order-notes");

        assertThat(pod.command()).endsWith("com.example.OrderNotes");
        assertThat(pod.container().path("image").asText()).isEqualTo("registry.example.com/shop/example/order-notes:7");
        assertThat(pod.variable("MICRONAUT_APPLICATION_NAME").path("value").asText())
                .isEqualTo("order_notes");
        assertThat(rendered.the("Service", "order-notes")
                        .at("/spec/ports/0/port")
                        .asInt())
                .isEqualTo(9090);
        assertThat(rendered.the("NetworkPolicy", "order-notes")).isNotNull();
        assertThat(rendered.the("PodDisruptionBudget", "order-notes")).isNotNull();
    }

    /** Kubernetes puts in only what stands before: $(DB_HOST) is left as it is otherwise. */
    @Test
    void urlsMayNameTheServicesVariables() {
        JsonNode variables = TestChart.copy()
                .render(
                        "values-development.yaml",
                        "services: {billing: {env: {DB_HOST: one}, secretEnv: {DB_PORT: {secret: s, key: k}},"
                                + " outside: {PROVIDER: {url: 'https://$(DB_HOST)'}},"
                                + " database: {url: 'jdbc:postgresql://$(DB_HOST):$(DB_PORT)/billing'}}}")
                .pod("billing")
                .container()
                .path("env");

        assertThat(variables.findValuesAsText("name"))
                .containsSubsequence("DB_HOST", "DB_PORT", "DATASOURCES_DEFAULT_URL")
                .containsSubsequence("DB_HOST", "DB_PORT", "NATS_DEFAULT_ADDRESSES")
                .containsSubsequence("DB_HOST", "DB_PORT", "PROVIDER");
    }

    @Test
    void whatAServiceSaysGoesBeforeTheDefaults() {
        Rendered rendered = TestChart.copy()
                .render(
                        "values-development.yaml",
                        "{defaults: {replicas: 3, pdb: {enabled: true}}, "
                                + "services: {orders: {replicas: 1, pdb: {enabled: false}}}}");

        assertThat(rendered.the("Deployment", "customers").at("/spec/replicas").asInt())
                .isEqualTo(3);
        assertThat(rendered.the("Deployment", "orders").at("/spec/replicas").asInt())
                .isEqualTo(1);
        assertThat(rendered.ofKind("PodDisruptionBudget"))
                .extracting(Rendered::nameOf)
                .contains("shop-customers")
                .doesNotContain("shop-orders");
    }
}

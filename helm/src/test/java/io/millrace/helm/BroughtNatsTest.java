package io.millrace.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A NATS server that the chart brings is set as nats-config says. */
class BroughtNatsTest {

    private static final Path SETTINGS =
            Path.of("..", "nats-config", "src", "main", "resources", "nats-config", "server", "production.conf");

    @Test
    void hasTheSettingsOfProduction() throws IOException {
        JsonNode config = given("values-single-node.yaml").path("config");

        assertThat(config.at("/jetstream/enabled").asBoolean()).isTrue();
        assertThat(setting(config, "/merge/max_payload")).isEqualTo(ofProduction("max_payload"));
        assertThat(setting(config, "/jetstream/merge/max_memory_store")).isEqualTo(ofProduction("max_memory_store"));
        assertThat(setting(config, "/jetstream/merge/sync_interval")).isEqualTo(ofProduction("sync_interval"));
    }

    @Test
    void isWhatServicesConnectTo() {
        Rendered rendered = TestChart.copy().render("values-single-node.yaml");

        assertThat(rendered.pod("orders")
                        .variable("NATS_DEFAULT_ADDRESSES")
                        .path("value")
                        .asText())
                .isEqualTo("nats://shop-nats:4222");
    }

    @Test
    void mayHaveAnotherNameAndPort() {
        Rendered rendered = TestChart.copy()
                .render("values-single-node.yaml", "nats: {fullnameOverride: queue, config: {nats: {port: 4333}}}");

        assertThat(rendered.pod("orders")
                        .variable("NATS_DEFAULT_ADDRESSES")
                        .path("value")
                        .asText())
                .isEqualTo("nats://queue:4333");
    }

    @Test
    void isNotBroughtUnlessAskedFor() {
        assertThat(TestChart.copy().render("values-production.yaml").yaml()).doesNotContain("given-to-nats");
    }

    private static JsonNode given(String values) throws IOException {
        JsonNode shown = TestChart.copy().render(values).ofKind("ConfigMap").getFirst();
        return new ObjectMapper().readTree(shown.at("/data/values").asText());
    }

    /** The official chart takes what stands between << and >> as it is. */
    private static String setting(JsonNode config, String key) {
        return config.at(key).asText().replaceAll("^<< | >>$", "");
    }

    private static String ofProduction(String key) {
        Matcher line = Pattern.compile("(?m)^ *" + key + ": *(\\S+)").matcher(Folders.read(SETTINGS));
        assertThat(line.find()).as(key).isTrue();
        return line.group(1);
    }
}

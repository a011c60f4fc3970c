package io.millrace.proof.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.cli.shop.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What the chart renders, as its own tests keep it. */
record RenderedChart(List<JsonNode> objects) {

    private static final String KEPT = "helm/src/test/resources/rendered";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param values the values file that it was rendered with */
    static RenderedChart read(Home home, String values) throws IOException {
        Path file = home.folder().resolve(KEPT).resolve(values);
        Iterable<Object> documents = new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(Files.readString(file));
        return new RenderedChart(StreamSupport.stream(documents.spliterator(), false)
                .filter(Objects::nonNull)
                .map(JSON::<JsonNode>valueToTree)
                .toList());
    }

    /** The pods of services. */
    List<JsonNode> pods() {
        return objects.stream()
                .filter(object -> object.path("kind").asText().equals("Deployment"))
                .map(deployment -> deployment.at("/spec/template/spec"))
                .toList();
    }

    /** The pod of the job that declares streams. */
    JsonNode job() {
        return the("Job", "shop-streams-apply").at("/spec/template/spec");
    }

    /** The script of {@code helm test}. */
    String testScript() {
        return the("Pod", "shop-test").at("/spec/containers/0/args/0").asText();
    }

    /** What the NATS server that the chart brings is told, in the words of a server's file. */
    String natsSettings() throws IOException {
        JsonNode config = JSON.readTree(
                        the("ConfigMap", "given-to-nats").at("/data/values").asText())
                .path("config");
        return "%n%sjetstream {%n%s}%n".formatted(lines(config.path("merge")), lines(config.at("/jetstream/merge")));
    }

    /** The official chart takes what stands between << and >> as it is. */
    private static String lines(JsonNode settings) {
        return settings.properties().stream()
                .map(setting -> "%s: %s%n"
                        .formatted(setting.getKey(), setting.getValue().asText().replaceAll("^<< | >>$", "")))
                .collect(Collectors.joining());
    }

    private JsonNode the(String kind, String name) {
        return objects.stream()
                .filter(object -> object.path("kind").asText().equals(kind))
                .filter(object -> object.at("/metadata/name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }
}

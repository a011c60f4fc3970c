package io.millrace.proof.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.cli.shop.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What the chart renders for development, as its own tests keep it. */
record RenderedChart(List<JsonNode> objects) {

    private static final String KEPT = "helm/src/test/resources/rendered/values-development.yaml";
    private static final ObjectMapper JSON = new ObjectMapper();

    static RenderedChart read(Home home) throws IOException {
        Path file = home.folder().resolve(KEPT);
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

    /** The script of {@code helm test}. */
    String testScript() {
        return objects.stream()
                .filter(object -> object.path("kind").asText().equals("Pod"))
                .map(pod -> pod.at("/spec/containers/0/args/0").asText())
                .findFirst()
                .orElseThrow();
    }
}

package io.millrace.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What Helm would send to a cluster, hooks included.
 *
 * @param yaml as Helm writes it
 */
record Rendered(String yaml, List<JsonNode> objects) {

    private static final ObjectMapper JSON = new ObjectMapper();

    Rendered {
        objects = List.copyOf(objects);
    }

    static Rendered of(String rendered) {
        String yaml = rendered.replace(TestChart.HIDDEN_HOOK, TestChart.HOOK);
        return new Rendered(yaml, documents(yaml).toList());
    }

    /** Each document of a YAML file that is not empty. */
    static Stream<JsonNode> documents(String yaml) {
        Iterable<Object> all = new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(yaml);
        return StreamSupport.stream(all.spliterator(), false)
                .filter(Objects::nonNull)
                .map(JSON::<JsonNode>valueToTree);
    }

    List<JsonNode> ofKind(String kind) {
        return objects.stream().filter(isOfKind(kind)).toList();
    }

    /** The one object of this kind and name, which is without that of the release. */
    JsonNode the(String kind, String name) {
        return objects.stream()
                .filter(isOfKind(kind))
                .filter(each -> nameOf(each).equals(TestChart.RELEASE + "-" + name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no %s %s in\n%s".formatted(kind, name, yaml)));
    }

    /** All pods, whatever makes them. */
    List<RenderedPod> pods() {
        return objects.stream().flatMap(RenderedPod::in).toList();
    }

    RenderedPod pod(String name) {
        return pods().stream()
                .filter(pod -> pod.name().equals(TestChart.RELEASE + "-" + name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no pod " + name));
    }

    static String nameOf(JsonNode object) {
        return object.at("/metadata/name").asText();
    }

    private static Predicate<JsonNode> isOfKind(String kind) {
        return object -> object.path("kind").asText().equals(kind);
    }
}

package io.millrace.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A pod, or the template of one.
 *
 * @param kind of the object that makes it
 */
record RenderedPod(String kind, String name, Map<String, String> labels, JsonNode spec) {

    RenderedPod {
        labels = Map.copyOf(labels);
    }

    /** None, if the object makes no pods. */
    static Stream<RenderedPod> in(JsonNode object) {
        String kind = object.path("kind").asText();
        return switch (kind) {
            case "Deployment", "Job" -> Stream.of(of(kind, object, object.at("/spec/template")));
            case "Pod" -> Stream.of(of(kind, object, object));
            default -> Stream.empty();
        };
    }

    private static RenderedPod of(String kind, JsonNode object, JsonNode pod) {
        return new RenderedPod(kind, Rendered.nameOf(object), strings(pod.at("/metadata/labels")), pod.path("spec"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> strings(JsonNode node) {
        return new ObjectMapper().convertValue(node, Map.class);
    }

    /** Those that start it included. */
    List<JsonNode> containers() {
        List<JsonNode> all = new ArrayList<>();
        spec.path("initContainers").forEach(all::add);
        spec.path("containers").forEach(all::add);
        return all;
    }

    boolean runsAsLongAsItCan() {
        return kind.equals("Deployment");
    }

    JsonNode container() {
        return containers().getFirst();
    }

    List<String> command() {
        List<String> words = new ArrayList<>();
        container().path("command").forEach(word -> words.add(word.asText()));
        container().path("args").forEach(word -> words.add(word.asText()));
        return words;
    }

    /** A variable of its container. */
    JsonNode variable(String name) {
        for (JsonNode variable : container().path("env")) {
            if (variable.path("name").asText().equals(name)) {
                return variable;
            }
        }
        throw new AssertionError("%s has no variable %s".formatted(this.name, name));
    }

    /** Whether the labels are among those of this pod. */
    boolean isSelectedBy(JsonNode selector) {
        return labels.entrySet()
                .containsAll(strings(selector.path("matchLabels")).entrySet());
    }
}

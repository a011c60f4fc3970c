package io.millrace.cli.deadletters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.cli.CommandFailure;
import io.millrace.cli.rest.Answer;
import io.millrace.cli.rest.RestClient;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The dead letters of one service, over its REST API. */
record Letters(String service, URI url, RestClient rest) {

    private static final String PATH = "/messaging/dead-letters";
    private static final int PAGE = 200;
    private static final int NOT_FOUND = 404;

    /**
     * Fetches dead letters page by page.
     *
     * @param wantsMore takes a page, and says whether to fetch the next one
     */
    void list(Map<String, String> query, Predicate<List<ObjectNode>> wantsMore) {
        pages(PATH, query, wantsMore);
    }

    /** Fetches what was done about them page by page, the last action first. */
    void actions(Predicate<List<ObjectNode>> wantsMore) {
        pages(PATH + "/actions", Map.of(), wantsMore);
    }

    /** Everything about one, empty if this service has none there. */
    Optional<ObjectNode> show(String consumer, long position) {
        Answer answer = get(PATH + "/" + encoded(consumer).replace("+", "%20") + "/" + position);
        return answer.status() == NOT_FOUND ? Optional.empty() : Optional.of(named(required(answer)));
    }

    /** @param what {@code redrive} or {@code discard} */
    ObjectNode change(String what, ObjectNode body) {
        try {
            return named(required(rest.post(url.resolve(PATH + "/" + what), body)));
        } catch (IOException failure) {
            throw noAnswer(failure);
        }
    }

    private void pages(String path, Map<String, String> query, Predicate<List<ObjectNode>> wantsMore) {
        Map<String, String> parameters = new TreeMap<>(query);
        parameters.put("limit", Integer.toString(PAGE));
        while (true) {
            JsonNode page = required(get(path + "?" + text(parameters)));
            List<ObjectNode> items =
                    page.path("items").valueStream().map(this::named).toList();
            if (!wantsMore.test(items) || !page.has("next")) {
                return;
            }
            parameters.put("cursor", page.path("next").asText());
        }
    }

    private Answer get(String path) {
        try {
            return rest.get(url.resolve(path));
        } catch (IOException failure) {
            throw noAnswer(failure);
        }
    }

    private JsonNode required(Answer answer) {
        if (!answer.succeeded()) {
            throw new CommandFailure("%s refuses: %s".formatted(service, answer.problem()));
        }
        return answer.body();
    }

    private CommandFailure noAnswer(IOException failure) {
        return new CommandFailure(
                "%s does not answer at %s: ./millrace status tells more.".formatted(service, url), failure);
    }

    /** Whose it is stands first. */
    private ObjectNode named(JsonNode json) {
        ObjectNode named = JsonNodeFactory.instance.objectNode().put("service", service);
        return named.setAll((ObjectNode) json);
    }

    private static String text(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}

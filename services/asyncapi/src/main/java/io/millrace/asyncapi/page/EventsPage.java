package io.millrace.asyncapi.page;

import static io.millrace.asyncapi.page.Html.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.asyncapi.document.AsyncApi;
import io.millrace.contracts.registry.Contract;
import io.millrace.contracts.registry.ContractRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * Events on one page: who sends them, who takes them and reads what, their fields and a sample. It needs neither a
 * network nor scripts.
 */
public final class EventsPage {

    /** Where that of a service stands in its jar. */
    public static final String RESOURCE = "META-INF/asyncapi/events.html";

    private EventsPage() {}

    /** The events that one service sends and takes. */
    public static String ofService(JsonNode document) {
        String links =
                "<p class=\"links\"><a href=\"/api\">REST API</a> <a href=\"/api/asyncapi.json\">asyncapi.json</a></p>";
        return page(
                document.path("info").path("title").asText() + " events",
                "What this service sends and takes.",
                links,
                List.of(document));
    }

    /** All events of all services, and those of the registry that none of them sends or takes. */
    public static String ofShop(Collection<JsonNode> documents, ContractRegistry registry) {
        List<JsonNode> all = new ArrayList<>(documents);
        List<Contract> unused = registry.newest().stream()
                .filter(contract -> documents.stream()
                        .noneMatch(document -> document.path("channels").has(contract.type())))
                .toList();
        all.add(AsyncApi.document(unused, registry));
        return page("Events of the shop", "Every event, who sends it, and who takes it.", "", all);
    }

    private static String page(String title, String says, String links, Collection<JsonNode> documents) {
        String groups = Events.of(documents).stream()
                .collect(groupingBy(event -> event.type().split("\\.")[0], TreeMap::new, toList()))
                .entrySet()
                .stream()
                .map(group -> group(group.getKey(), group.getValue()))
                .collect(joining());
        return template()
                .replace("{{title}}", text(title))
                .replace("{{says}}", text(says))
                .replace("{{links}}", links)
                .replace("{{groups}}", groups.isEmpty() ? "<p class=\"none\">None.</p>" : groups);
    }

    private static String group(String service, List<Event> events) {
        return "<section><h3>" + text(service) + "</h3>\n"
                + events.stream().map(event -> new EventBlock(event).html()).collect(joining())
                + "</section>\n";
    }

    private static String template() {
        try (InputStream in = EventsPage.class.getResourceAsStream("events.html")) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

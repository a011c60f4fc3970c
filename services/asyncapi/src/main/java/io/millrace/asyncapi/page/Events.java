package io.millrace.asyncapi.page;

import static java.util.Comparator.comparing;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.contracts.registry.Version;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The events of some AsyncAPI documents, put together: each type once, with all who send and take it. */
final class Events {

    private final Map<String, JsonNode> messages = new TreeMap<>();
    private final Map<String, JsonNode> channels = new TreeMap<>();
    private final Map<String, List<String>> senders = new TreeMap<>();
    private final Map<String, List<Reader>> readers = new TreeMap<>();

    private Events() {}

    static List<Event> of(Collection<JsonNode> documents) {
        Events events = new Events();
        documents.forEach(events::add);
        return events.messages.entrySet().stream()
                .map(entry -> new Event(
                        entry.getKey(),
                        entry.getValue(),
                        events.channels.get(entry.getKey()),
                        events.senders.getOrDefault(entry.getKey(), List.of()),
                        events.readers.getOrDefault(entry.getKey(), List.of()).stream()
                                .sorted(comparing(Reader::durable))
                                .toList()))
                .toList();
    }

    private void add(JsonNode document) {
        document.path("components")
                .path("messages")
                .forEach(message -> messages.merge(message.path("name").asText(), message, Events::newer));
        document.path("channels").properties().forEach(channel -> channels.put(channel.getKey(), channel.getValue()));
        String service = document.path("info").path("x-millrace-service").asText();
        document.path("operations").forEach(operation -> add(service, document, operation));
    }

    private void add(String service, JsonNode document, JsonNode operation) {
        JsonNode channel = follow(document, operation.path("channel"));
        String type = channel.path("title").asText();
        if (operation.path("action").asText().equals("send")) {
            List<String> sent = senders.computeIfAbsent(type, key -> new ArrayList<>());
            if (!sent.contains(service)) {
                sent.add(service);
            }
            return;
        }
        JsonNode message =
                follow(document, follow(document, operation.path("messages").path(0)));
        readers.computeIfAbsent(type, key -> new ArrayList<>())
                .add(new Reader(
                        operation.path("x-nats-durable").asText(),
                        Event.texts(operation.path("x-millrace-kinds")),
                        message.path("x-millrace-version").asText(),
                        Event.texts(operation.path("x-millrace-reads"))));
    }

    private static JsonNode follow(JsonNode document, JsonNode reference) {
        return document.at(reference.path("$ref").asText().substring(1));
    }

    private static JsonNode newer(JsonNode some, JsonNode other) {
        return version(some).compareTo(version(other)) >= 0 ? some : other;
    }

    private static Version version(JsonNode message) {
        return Version.parse(message.path("x-millrace-version").asText());
    }
}

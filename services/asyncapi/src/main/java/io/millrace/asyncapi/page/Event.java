package io.millrace.asyncapi.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * An event as the page shows it.
 *
 * @param message of the newest version that one of the documents has
 * @param channel where it travels
 * @param sentBy the services that send it
 */
record Event(String type, JsonNode message, JsonNode channel, List<String> sentBy, List<Reader> readers) {

    String version() {
        return message.path("x-millrace-version").asText();
    }

    List<String> versions() {
        return texts(message.path("x-millrace-versions"));
    }

    static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }
}

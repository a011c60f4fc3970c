package io.millrace.cli.deadletters;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.millrace.cli.Count;
import java.util.StringJoiner;

/** All there is about a dead letter, for people. */
final class LetterText {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String LINE = "%-14s %s";

    private LetterText() {}

    static String of(JsonNode whole) {
        JsonNode letter = whole.path("letter");
        StringJoiner text = new StringJoiner(System.lineSeparator());
        text.add("%s at position %s of %s: %s"
                .formatted(
                        Texts.of(letter, "consumer"),
                        Texts.of(letter, "position"),
                        Texts.of(letter, "stream"),
                        Texts.of(letter, "state")));
        text.add("");
        text.add(LINE.formatted("reason", Texts.of(letter, "reason")));
        text.add(LINE.formatted("subject", Texts.of(letter, "subject")));
        text.add(LINE.formatted(
                "aggregate", Texts.of(letter, "aggregate") + ", events behind it: " + Texts.number(letter, "waiting")));
        text.add(LINE.formatted(
                "attempts",
                Texts.number(letter, "attempts") + ", dead "
                        + Count.of(letter.path("deaths").asLong(), "time")));
        text.add(LINE.formatted(
                "failed",
                "first " + Texts.time(letter, "firstFailure") + ", last " + Texts.time(letter, "lastFailure")));
        if (letter.has("nextAttempt")) {
            text.add(LINE.formatted("tried again", Texts.time(letter, "nextAttempt")));
        }
        part(text, "headers");
        whole.path("headers")
                .properties()
                .forEach(header -> text.add(
                        "  " + header.getKey() + ": " + header.getValue().asText()));
        part(text, whole.path("base64").asBoolean() ? "body, in base64" : "body");
        text.add(body(whole));
        part(text, "stack");
        text.add(Texts.of(whole, "stack").stripTrailing());
        actions(text, whole.path("actions"));
        return text.toString();
    }

    private static void actions(StringJoiner text, JsonNode actions) {
        if (!actions.isEmpty()) {
            part(text, "what was done");
            actions.forEach(action -> text.add("  " + ActionsCommand.line(action)));
        }
    }

    private static void part(StringJoiner text, String title) {
        text.add("").add(title);
    }

    /** JSON over several lines, anything else as it came. */
    private static String body(JsonNode whole) {
        String body = Texts.of(whole, "body");
        try {
            JsonNode json = JSON.readTree(body);
            return whole.path("base64").asBoolean() || !json.isContainerNode() ? body : json.toPrettyString();
        } catch (JsonProcessingException _) {
            return body;
        }
    }
}

package io.millrace.cli.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * What a service answered.
 *
 * @param status the HTTP status
 * @param body the JSON, a missing node where there was none
 * @param etag the entity tag with its quotes, empty where there was none
 */
public record Answer(int status, JsonNode body, String etag) {

    private static final int SUCCESS = 200;
    private static final int REDIRECT = 300;

    public boolean succeeded() {
        return status >= SUCCESS && status < REDIRECT;
    }

    /** Whether the same request may succeed a little later without anyone doing anything about it. */
    public boolean transientFailure() {
        return switch (status) {
            case 408, 429, 500, 502, 503, 504 -> true;
            default -> false;
        };
    }

    /** Whether the problem document blames such a field. */
    public boolean blames(Pattern field) {
        return body.path("errors")
                .valueStream()
                .anyMatch(error -> field.matcher(error.path("field").asText()).matches());
    }

    /** What the problem document has against a field, if anything. */
    public Optional<String> reasonAgainst(String field) {
        return body.path("errors")
                .valueStream()
                .filter(error -> error.path("field").asText().equals(field))
                .map(error -> error.path("reason").asText())
                .findFirst();
    }

    /** What the problem document says, without its fields. */
    public String detail() {
        return body.path("detail").asText("answered " + status);
    }

    /** The problem document in one line: its detail, then each field with its reason. */
    public String problem() {
        StringJoiner text = new StringJoiner("; ");
        text.add(withoutPoint(detail()));
        for (JsonNode error : body.path("errors")) {
            String field =
                    error.path("field").asText() + ": " + error.path("reason").asText();
            if (!text.toString().contains(error.path("reason").asText())) {
                text.add(field);
            }
        }
        return text.toString();
    }

    /** A sentence that may be gone on with. */
    private String withoutPoint(String sentence) {
        boolean goesOn = !body.path("errors").isEmpty() && sentence.endsWith(".");
        return goesOn ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}

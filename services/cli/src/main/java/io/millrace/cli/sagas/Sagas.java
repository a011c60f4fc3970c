package io.millrace.cli.sagas;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.cli.CommandFailure;
import io.millrace.cli.rest.Answer;
import io.millrace.cli.rest.RestClient;
import io.millrace.cli.shop.Addresses;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import picocli.CommandLine.Mixin;

/** The sagas of the running shop, or of one service anywhere. */
final class Sagas {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int PAGE = 200;

    @Mixin
    private Addresses addresses;

    /**
     * Sagas, service by service and then by id. A service that does not answer does not keep the others from being asked.
     *
     * @param query conditions, each with an ampersand before it
     * @param sink gets each of them, and says whether it takes more
     * @throws CommandFailure at the end, with what failed
     */
    void each(String query, Predicate<JsonNode> sink) {
        List<String> failures = new ArrayList<>();
        try (RestClient rest = new RestClient(TIMEOUT)) {
            for (URI service : addresses.all()) {
                try {
                    if (!each(rest, service, query, sink)) {
                        break;
                    }
                } catch (CommandFailure failure) {
                    failures.add(failure.getMessage());
                }
            }
        }
        if (!failures.isEmpty()) {
            throw new CommandFailure(String.join(System.lineSeparator(), failures));
        }
    }

    private static boolean each(RestClient rest, URI service, String query, Predicate<JsonNode> sink) {
        String first = "/messaging/sagas?limit=" + PAGE + query;
        String path = first;
        while (true) {
            JsonNode page = checked(get(rest, service.resolve(path))).body();
            for (JsonNode saga : page.path("items")) {
                if (!sink.test(saga)) {
                    return false;
                }
            }
            if (!page.hasNonNull("next")) {
                return true;
            }
            path = first + "&cursor=" + encoded(page.path("next").asText());
        }
    }

    /**
     * One saga with all that happened to it, from whichever service has it.
     *
     * @param type which of those of this id; empty: the first
     */
    JsonNode get(String id, Optional<String> type) {
        String path = "/messaging/sagas/" + encoded(id)
                + type.map(it -> "?type=" + encoded(it)).orElse("");
        List<String> failures = new ArrayList<>();
        try (RestClient rest = new RestClient(TIMEOUT)) {
            for (URI service : addresses.all()) {
                try {
                    Answer answer = get(rest, service.resolve(path));
                    if (answer.status() != HttpURLConnection.HTTP_NOT_FOUND) {
                        return checked(answer).body();
                    }
                } catch (CommandFailure failure) {
                    failures.add(failure.getMessage());
                }
            }
        }
        failures.addFirst(
                "There is no saga %s%s.".formatted(type.map(it -> it + " ").orElse(""), id));
        throw new CommandFailure(String.join(System.lineSeparator(), failures));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static Answer get(RestClient rest, URI uri) {
        try {
            return rest.get(uri);
        } catch (IOException down) {
            String reason = down.getMessage() == null ? "nothing listens there" : down.getMessage();
            throw new CommandFailure("No answer from " + uri.resolve("/") + ": " + reason + ".", down);
        }
    }

    private static Answer checked(Answer answer) {
        if (!answer.succeeded()) {
            throw new CommandFailure(answer.problem());
        }
        return answer;
    }
}

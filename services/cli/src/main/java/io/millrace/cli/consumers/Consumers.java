package io.millrace.cli.consumers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.millrace.cli.CommandFailure;
import io.millrace.cli.rest.Answer;
import io.millrace.cli.rest.RestClient;
import io.millrace.cli.shop.Addresses;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;

/** The consumers of the running shop, or of one service anywhere. */
final class Consumers {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @Mixin
    private Addresses addresses;

    /** Every consumer as its service says it, service by service. */
    List<JsonNode> all() {
        List<JsonNode> found = new ArrayList<>();
        try (RestClient rest = new RestClient(TIMEOUT)) {
            for (URI service : addresses.all()) {
                answer(rest, service).body().forEach(found::add);
            }
        }
        return found;
    }

    /** One consumer. */
    JsonNode get(String name) {
        try (RestClient rest = new RestClient(TIMEOUT)) {
            return checked(send(rest, of(rest, name), "GET", null)).body();
        }
    }

    /** Asks the service of a consumer to do something with it. */
    JsonNode post(String name, String what) {
        return checked(ask(name, what, JsonNodeFactory.instance.objectNode())).body();
    }

    /** The same, for who wants to know what the service has against it. */
    Answer ask(String name, String what, JsonNode body) {
        try (RestClient rest = new RestClient(TIMEOUT)) {
            URI consumer = of(rest, name);
            return send(rest, URI.create(consumer + "/" + what), "POST", body);
        }
    }

    private URI of(RestClient rest, String name) {
        List<String> known = new ArrayList<>();
        for (URI service : addresses.all()) {
            for (JsonNode consumer : answer(rest, service).body()) {
                if (consumer.path("name").asText().equals(name)) {
                    return service.resolve("/messaging/consumers/" + name);
                }
                known.add(consumer.path("name").asText());
            }
        }
        throw new CommandFailure("There is no consumer " + name + ". There are " + String.join(", ", known) + ".");
    }

    private static Answer answer(RestClient rest, URI service) {
        return checked(send(rest, service.resolve("/messaging/consumers"), "GET", null));
    }

    private static Answer send(RestClient rest, URI uri, String method, JsonNode body) {
        try {
            return method.equals("GET") ? rest.get(uri) : rest.post(uri, body);
        } catch (IOException down) {
            throw new CommandFailure("No answer from " + uri.resolve("/") + ": " + reason(down) + ".", down);
        }
    }

    private static String reason(IOException failure) {
        return failure.getMessage() == null ? "nothing listens there" : failure.getMessage();
    }

    /** @throws CommandFailure the service refuses */
    static Answer checked(Answer answer) {
        if (!answer.succeeded()) {
            throw new CommandFailure(answer.problem());
        }
        return answer;
    }
}

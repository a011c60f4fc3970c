package io.millrace.cli.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.millrace.cli.rest.Answer;
import io.millrace.cli.rest.MessagingState;
import io.millrace.cli.rest.RestClient;
import io.millrace.cli.shop.RunFile;
import java.io.IOException;
import java.net.URI;
import java.util.stream.Stream;

/**
 * What one service says of itself.
 *
 * @param ready whether it serves REST, which it cannot while its database is away
 * @param messaging as it came, a missing node where it did not come
 */
record ServiceStatus(String name, URI url, boolean ready, JsonNode messaging) {

    static ServiceStatus of(RunFile.Service service, RestClient rest) {
        return new ServiceStatus(service.name(), service.url(), isReady(service, rest), messaging(service, rest));
    }

    private static boolean isReady(RunFile.Service service, RestClient rest) {
        try {
            return rest.get(service.url().resolve("/health/readiness")).succeeded();
        } catch (IOException silent) {
            return false;
        }
    }

    private static JsonNode messaging(RunFile.Service service, RestClient rest) {
        try {
            Answer messaging = rest.get(MessagingState.of(service.url()));
            return messaging.succeeded() ? messaging.body() : MissingNode.getInstance();
        } catch (IOException silent) {
            return MissingNode.getInstance();
        }
    }

    /** Whether it runs: it answers something. */
    boolean up() {
        return ready || knowsMessaging();
    }

    /** What it says is wrong, a sentence each. */
    Stream<String> wrong() {
        Stream<String> notReady = up() && !ready ? Stream.of("requests are not served") : Stream.empty();
        Stream<String> told = messaging.path("wrong").valueStream().map(JsonNode::asText);
        return Stream.concat(notReady, told).map(what -> name + ": " + what + ".");
    }

    boolean knowsMessaging() {
        return messaging.isObject();
    }

    MessagingState messagingState() {
        return MessagingState.of(messaging);
    }
}

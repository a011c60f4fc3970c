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
 * @param up whether it serves REST
 * @param messaging as it came, a missing node where it did not come
 */
record ServiceStatus(String name, URI url, boolean up, JsonNode messaging) {

    static ServiceStatus of(RunFile.Service service, RestClient rest) {
        try {
            boolean up = rest.get(service.url().resolve("/health/readiness")).succeeded();
            Answer messaging = rest.get(MessagingState.of(service.url()));
            return new ServiceStatus(
                    service.name(),
                    service.url(),
                    up,
                    messaging.succeeded() ? messaging.body() : MissingNode.getInstance());
        } catch (IOException down) {
            return new ServiceStatus(service.name(), service.url(), false, MissingNode.getInstance());
        }
    }

    /** What it says is wrong with its messaging, a sentence each. */
    Stream<String> wrong() {
        return messaging.path("wrong").valueStream().map(what -> name + ": " + what.asText() + ".");
    }

    boolean knowsMessaging() {
        return messaging.isObject();
    }

    MessagingState messagingState() {
        return MessagingState.of(messaging);
    }
}

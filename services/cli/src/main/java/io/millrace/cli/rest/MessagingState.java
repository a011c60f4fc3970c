package io.millrace.cli.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.OptionalLong;

/** What {@code GET /messaging} of a service says about its outbox and its consumers. */
public record MessagingState(String service, String nats, Outbox outbox, List<Consumer> consumers) {

    /** @param backlog events committed, but not yet in the stream */
    public record Outbox(long backlog, String state) {}

    /**
     * @param position sequence of the last event handled
     * @param lag events in the stream behind that position, empty while the service cannot know
     */
    public record Consumer(String name, String stream, long position, OptionalLong lag, String state) {

        boolean upToDate() {
            return lag.isPresent() && lag.getAsLong() == 0;
        }
    }

    public MessagingState {
        consumers = List.copyOf(consumers);
    }

    /** Where a service tells its state. */
    public static URI of(URI service) {
        return service.resolve("/messaging");
    }

    public static MessagingState of(JsonNode json) {
        JsonNode outbox = json.path("outbox");
        return new MessagingState(
                json.path("service").asText(),
                json.path("nats").asText("unknown"),
                new Outbox(outbox.path("backlog").asLong(), outbox.path("state").asText("unknown")),
                json.path("consumers")
                        .valueStream()
                        .map(MessagingState::consumer)
                        .toList());
    }

    /** Everything committed here is in the stream. */
    public boolean published() {
        return outbox.backlog() == 0;
    }

    /** Every consumer has handled the last event of its stream. */
    public boolean upToDate() {
        return consumers.stream().allMatch(Consumer::upToDate);
    }

    private static Consumer consumer(JsonNode json) {
        JsonNode lag = json.path("lag");
        return new Consumer(
                json.path("name").asText(),
                json.path("stream").asText(),
                json.path("position").asLong(),
                lag.isNumber() ? OptionalLong.of(lag.asLong()) : OptionalLong.empty(),
                json.path("state").asText("unknown"));
    }
}

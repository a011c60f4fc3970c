package io.millrace.cli.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.OptionalLong;

/** What {@code GET /messaging} of a service says about its outbox and its consumers. */
public record MessagingState(String service, String nats, Outbox outbox, List<Consumer> consumers) {

    /**
     * @param backlog events committed, but not yet in the stream; empty while the service cannot know
     * @param leader whether this instance publishes
     * @param mode how it publishes, {@code atomic} or {@code linked}, empty where it does not
     */
    public record Outbox(OptionalLong backlog, boolean leader, String mode, String state) {

        /** What the relay is doing, and how. */
        public String relay() {
            return mode.isEmpty() ? state : state + " (" + mode + ")";
        }
    }

    /**
     * @param position sequence of the last event handled
     * @param lag events in the stream behind that position, empty while the service cannot know
     * @param parked events that wait behind a failure, to be tried again, or dead; empty while the service cannot know
     * @param dead the dead letters among them
     */
    public record Consumer(
            String name,
            String stream,
            long position,
            OptionalLong lag,
            OptionalLong parked,
            OptionalLong dead,
            String state) {

        boolean upToDate() {
            return lag.equals(OptionalLong.of(0));
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
                new Outbox(
                        number(outbox.path("backlog")),
                        outbox.path("leader").asBoolean(),
                        outbox.path("mode").asText(""),
                        outbox.path("state").asText("unknown")),
                json.path("consumers")
                        .valueStream()
                        .map(MessagingState::consumer)
                        .toList());
    }

    /** Everything committed here is in the stream. */
    public boolean published() {
        return outbox.backlog().equals(OptionalLong.of(0));
    }

    /** Every consumer has handled the last event of its stream. */
    public boolean upToDate() {
        return consumers.stream().allMatch(Consumer::upToDate);
    }

    private static Consumer consumer(JsonNode json) {
        return new Consumer(
                json.path("name").asText(),
                json.path("stream").asText(),
                json.path("position").asLong(),
                number(json.path("lag")),
                number(json.path("parked")),
                number(json.path("dead")),
                json.path("state").asText("unknown"));
    }

    private static OptionalLong number(JsonNode json) {
        return json.isNumber() ? OptionalLong.of(json.asLong()) : OptionalLong.empty();
    }
}

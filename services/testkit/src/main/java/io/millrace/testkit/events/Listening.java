package io.millrace.testkit.events;

import io.micronaut.json.tree.JsonNode;
import io.millrace.testkit.rest.Answer;
import io.millrace.testkit.rest.Rest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;

/** What the service under test has heard so far. */
@Singleton
final class Listening {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(20);

    private final Rest rest;
    private final OtherServices others;

    Listening(Rest rest, OtherServices others) {
        this.rest = rest;
        this.others = others;
    }

    /** The services whose streams it reads, each once. */
    List<String> services() {
        return consumers().stream()
                .map(consumer -> consumer.get("stream").getStringValue().toLowerCase(Locale.ROOT))
                .distinct()
                .sorted()
                .toList();
    }

    /** Waits until every consumer has handled or parked all that is in its stream at this moment. */
    void awaitCaughtUp() {
        for (String service : services()) {
            long end = others.lastSequence(service);
            Awaitility.await("consumers of " + service + " to handle " + end + " events")
                    .atMost(PATIENCE)
                    .pollInterval(LOOK)
                    .until(() -> consumers().stream()
                            .filter(consumer ->
                                    consumer.get("stream").getStringValue().equalsIgnoreCase(service))
                            .allMatch(consumer -> consumer.get("position").getLongValue() >= end));
        }
    }

    /** How many events wait behind a failure. */
    long parked() {
        return consumers().stream()
                .mapToLong(consumer -> consumer.get("parked").getLongValue())
                .sum();
    }

    private List<JsonNode> consumers() {
        Answer answer = rest.get("/messaging");
        if (answer.status() != 200) {
            throw new AssertionError("GET /messaging answered " + answer.status() + ": " + answer.text());
        }
        return StreamSupport.stream(answer.body().get("consumers").values().spliterator(), false)
                .toList();
    }
}

package io.millrace.testkit.events;

import io.micronaut.json.tree.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** An event that is expected, described step by step. Each step gives a new expectation. */
public final class Expectation {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int SHOWN = 20;

    private final EventLog log;
    private final String description;
    private final Predicate<SeenEvent> wanted;
    private final Duration patience;

    Expectation(EventLog log, String type) {
        this(log, type, event -> event.envelope().type().equals(type), PATIENCE);
    }

    private Expectation(EventLog log, String description, Predicate<SeenEvent> wanted, Duration patience) {
        this.log = log;
        this.description = description;
        this.wanted = wanted;
        this.patience = patience;
    }

    public Expectation forAggregate(String id) {
        return and("for " + id, event -> event.envelope().subject().equals(id));
    }

    /** The aggregate's version after the event, from 1 on. */
    public Expectation atVersion(long version) {
        return and("at version " + version, event -> event.envelope().sequence() == version);
    }

    public Expectation withBody(Predicate<JsonNode> body) {
        return and("with such a body", event -> body.test(event.body()));
    }

    public Expectation causedBy(SeenEvent cause) {
        String id = cause.envelope().id();
        return and("caused by " + id, event -> event.envelope().causationId().equals(id));
    }

    private Expectation and(String more, Predicate<SeenEvent> condition) {
        return new Expectation(log, description + " " + more, wanted.and(condition), patience);
    }

    /** How long to wait at most, 20 seconds unless said otherwise. */
    public Expectation within(Duration longest) {
        return new Expectation(log, description, wanted, longest);
    }

    /**
     * Waits until such an event is in the stream.
     *
     * @return the first one
     * @throws AssertionError if it stays away; it lists what was there instead
     */
    public SeenEvent await() {
        return await(1).getFirst();
    }

    /**
     * Waits until there are at least this many.
     *
     * @return all that are there, in the order of the stream
     */
    public List<SeenEvent> await(int count) {
        List<SeenEvent> found = new ArrayList<>();
        try {
            Awaitility.await().atMost(patience).pollDelay(Duration.ZERO).until(() -> {
                found.clear();
                found.addAll(soFar());
                return found.size() >= count;
            });
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(complaint(count, found.size()), e);
        }
        return List.copyOf(found);
    }

    /** Those that are in the stream at this moment, without waiting. */
    public List<SeenEvent> soFar() {
        return log.upToNow().stream().filter(wanted).toList();
    }

    private String complaint(int count, int found) {
        List<SeenEvent> all = log.upToNow();
        List<String> last = all.subList(Math.max(0, all.size() - SHOWN), all.size()).stream()
                .map(SeenEvent::toString)
                .toList();
        return "Expected %s (%d of them) within %s, but found %d. The stream %s has %d events%s%s"
                .formatted(
                        description,
                        count,
                        patience,
                        found,
                        log.stream(),
                        all.size(),
                        all.isEmpty() ? "." : ", at its end:\n  ",
                        String.join("\n  ", last));
    }
}

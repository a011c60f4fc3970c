package io.millrace.chassis.consumer;

import static io.millrace.chassis.consumer.LettersFixture.happened;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of dead letters that somebody redrives or discards. */
class DeadLetterChangesIT {

    private static final String REDRIVE = "/messaging/dead-letters/redrive";
    private static final String DISCARD = "/messaging/dead-letters/discard";

    private final LettersFixture letters = new LettersFixture();

    @AfterEach
    void close() {
        letters.close();
    }

    @Test
    void redriveHandlesTheDeadLetterFirstAndThenWhatWaitsBehindIt() {
        deadA1AndTwoBehindIt();
        Things.failure = effect -> null;

        assertThat(letters.rest().post(REDRIVE, "{\"aggregate\":\"a\"}").text())
                .isEqualTo("{\"matched\":1,\"changed\":1,\"dryRun\":false}");
        letters.tryUntilNothingIsParked();

        assertThat(letters.effects().stream().filter(effect -> effect.startsWith("a")))
                .containsExactly("a 1", "a 2", "a 3");
    }

    @Test
    void redriveReachesOnlyTheConsumerThatFailed() {
        deadA1AndTwoBehindIt();
        Things.failure = effect -> null;

        letters.rest().post(REDRIVE, "{}");
        letters.tryUntilNothingIsParked();

        assertThat(letters.effects())
                .doesNotHaveDuplicates()
                .contains("b 1", "other a 1", "other a 2", "other a 3", "other b 1")
                .hasSize(8);
    }

    @Test
    void whatFailsAgainIsDeadOnceMoreAndKeepsItsPlace() {
        deadA1AndTwoBehindIt();

        letters.rest().post(REDRIVE, "{\"consumer\":\"" + letters.consumer() + "\"}");
        letters.tryUntil(() -> letters.parked().getFirst().equals("thing.a DEAD"));

        assertThat(letters.parked()).containsExactly("thing.a DEAD", "thing.a WAITING", "thing.a WAITING");
        assertThat(letters.rows("SELECT deaths FROM messaging.parked_event WHERE position = 1"))
                .containsExactly("2");
    }

    @Test
    void discardLetsGoOnWhatWaitsBehind() {
        deadA1AndTwoBehindIt();
        Things.failure = effect -> null;

        String answer = letters.rest()
                .post(DISCARD, "{\"consumer\":\"" + letters.consumer() + "\",\"positions\":[1]}")
                .text();
        letters.tryUntilNothingIsParked();

        assertThat(answer).isEqualTo("{\"matched\":1,\"changed\":1,\"dryRun\":false}");
        assertThat(letters.effects().stream().filter(effect -> effect.startsWith("a")))
                .containsExactly("a 2", "a 3");
    }

    @Test
    void aDryRunChangesNothing() {
        letters.insert("here-things", "tests.thing.happened", "x", "no room", "2026-01-01T00:00:00Z", 1, 5);
        String before = everything();

        assertThat(letters.rest().post(REDRIVE, "{\"limit\":2,\"dryRun\":true}").text())
                .isEqualTo("{\"matched\":5,\"changed\":0,\"dryRun\":true}");
        assertThat(letters.rest()
                        .post(DISCARD, "{\"all\":true,\"dryRun\":true}")
                        .text())
                .isEqualTo("{\"matched\":5,\"changed\":0,\"dryRun\":true}");

        assertThat(everything()).isEqualTo(before);
        assertThat(letters.pages("/messaging/dead-letters/actions")).isEmpty();
    }

    @Test
    void onlyWhatIsMeantIsChangedAndNoMoreThanTheLimit() {
        letters.insert("here-things", "tests.thing.happened", "x", "no room", "2026-01-01T00:00:00Z", 1, 5);
        letters.insert("here-others", "tests.thing.happened", "x", "no money", "2026-01-01T00:00:00Z", 1, 5);

        assertThat(letters.rest()
                        .post(REDRIVE, "{\"error\":\"NO ROOM\",\"limit\":2}")
                        .text())
                .isEqualTo("{\"matched\":5,\"changed\":2,\"dryRun\":false}");

        assertThat(letters.rows("SELECT consumer || position FROM messaging.parked_event WHERE state = 'RETRYING'"))
                .containsExactlyInAnyOrder("here-things1", "here-things2");
    }

    @Test
    void whatSomebodyElseIsChangingAtTheSameTimeIsChangedOnce() {
        letters.insert("here-things", "tests.thing.happened", "x", "no room", "2026-01-01T00:00:00Z", 1, 3);

        CompletableFuture<String> answer = letters.whileChanging(
                "UPDATE messaging.parked_event SET state = 'DISCARDED' WHERE position = 2",
                () -> letters.rest().post(REDRIVE, "{}").text());

        assertThat(answer.join()).endsWith("\"changed\":2,\"dryRun\":false}");
        assertThat(letters.rows("SELECT state FROM messaging.parked_event ORDER BY position"))
                .containsExactly("RETRYING", "DISCARDED", "RETRYING");
        assertThat(letters.listed("/messaging/dead-letters/actions", "position"))
                .containsExactly("3", "1");
    }

    @Test
    void aRateSpreadsTheAttempts() {
        letters.insert("here-things", "tests.thing.happened", "x", "no room", "2026-01-01T00:00:00Z", 1, 5);

        letters.rest().post(REDRIVE, "{\"ratePerSecond\":2}");

        assertThat(letters.rows("""
            SELECT extract(epoch FROM due_at - min(due_at) OVER ())::numeric(9, 1)
            FROM messaging.parked_event ORDER BY position\
            """)).containsExactly("0.0", "0.5", "1.0", "1.5", "2.0");
    }

    @Test
    void whoDidWhatIsRecorded() {
        letters.insert("here-things", "tests.thing.happened", "x", "no room", "2026-01-01T00:00:00Z", 1, 3);
        letters.rest()
                .post(REDRIVE, "{\"consumer\":\"here-things\",\"positions\":[2],\"reason\":\"there is room again\"}");
        letters.rest().post(DISCARD, "{\"all\":true}");

        List<JsonNode> actions = letters.pages("/messaging/dead-letters/actions?limit=2");

        assertThat(actions.stream()
                        .map(action -> action.get("action").getStringValue() + " "
                                + action.get("position").getLongValue()))
                .containsExactly("DISCARD 3", "DISCARD 1", "REDRIVE 2");
        JsonNode redrive = actions.getLast();
        assertThat(redrive.get("actor").getStringValue()).isEqualTo("anonymous");
        assertThat(redrive.get("consumer").getStringValue()).isEqualTo("here-things");
        assertThat(redrive.get("eventId").getStringValue()).isEqualTo("event-2");
        assertThat(redrive.get("subject").getStringValue()).isEqualTo("evt.tests.thing.x-2.happened");
        assertThat(redrive.get("reason").getStringValue()).isEqualTo("there is room again");
        assertThat(Duration.between(Instant.parse(redrive.get("at").getStringValue()), Instant.now()))
                .isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void eachDeathIsCopiedToTheStreamWhereverItsEventStoodInItsOwn() {
        letters.publish(happened("a", 1), happened("b", 1), happened("c", 1));
        Things.failure = effect -> effect.startsWith("c") ? null : new IllegalStateException("no room");
        letters.runUntil(3);

        letters.tryUntil(() ->
                letters.rows("SELECT announced FROM messaging.parked_event").equals(List.of("t", "t")));
    }

    private void deadA1AndTwoBehindIt() {
        letters.publish(happened("a", 1), happened("b", 1), happened("a", 2), happened("a", 3));
        Things.failure = effect -> effect.equals("a 1") ? new IllegalStateException("no room for a") : null;
        letters.runUntil(4);
        assertThat(letters.parked()).containsExactly("thing.a DEAD", "thing.a WAITING", "thing.a WAITING");
    }

    private String everything() {
        return String.join("\n", letters.rows("SELECT p::text FROM messaging.parked_event AS p ORDER BY position"));
    }
}

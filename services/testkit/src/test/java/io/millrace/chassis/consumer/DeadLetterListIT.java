package io.millrace.chassis.consumer;

import static io.millrace.chassis.consumer.LettersFixture.happened;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Looking at dead letters. */
class DeadLetterListIT {

    private static final String LIST = "/messaging/dead-letters";
    private static final int SCALE = Integer.getInteger("millrace.letters", 3_000);

    private static LettersFixture letters;

    @BeforeAll
    static void start() {
        letters = new LettersFixture();
    }

    @AfterAll
    static void stop() {
        letters.close();
    }

    @AfterEach
    void empty() {
        letters.sql("DELETE FROM messaging.parked_event");
        Things.failure = effect -> null;
    }

    @Test
    void filtersByConsumerTypeAggregateTimeAndError() {
        letters.insert("a-things", "tests.thing.happened", "x", "No room at all", "2026-01-01T00:00:00Z", 1, 2);
        letters.insert("b-things", "tests.thing.ended", "y", "100%_ wrong", "2026-02-01T00:00:00Z", 7, 8);
        letters.insert("b-things", "tests.thing.ended", "x", "no money", "2026-03-01T00:00:00Z", 9, 9);
        letters.sql("UPDATE messaging.parked_event SET subject = 'plant.7', key = 'plant.7' WHERE position = 7");

        assertThat(positions("")).containsExactly("1", "2", "7", "8", "9");
        assertThat(positions("?consumer=b-things")).containsExactly("7", "8", "9");
        assertThat(positions("?type=tests.thing.happened")).containsExactly("1", "2");
        assertThat(positions("?aggregate=x-2")).containsExactly("2");
        assertThat(positions("?aggregate=thing.x-2")).containsExactly("2");
        assertThat(positions("?aggregate=plant.7")).containsExactly("7");
        assertThat(positions("?aggregate=7")).isEmpty();
        assertThat(positions("?since=2026-02-01T01:00:00%2B01:00")).containsExactly("7", "8", "9");
        assertThat(positions("?since=2026-02-01T00:00:00.001Z")).containsExactly("9");
        assertThat(positions("?error=nO%20")).containsExactly("1", "2", "9");
        assertThat(positions("?error=%25_")).containsExactly("7", "8");
        assertThat(positions("?consumer=b-things&type=tests.thing.ended&aggregate=x-9&error=money"))
                .containsExactly("9");
    }

    @Test
    void showsWhatWaitsAndWhatIsTriedAgainWhenAskedFor() {
        letters.insert("a-things", "tests.thing.happened", "x", "no room", "2026-01-01T00:00:00Z", 1, 3);
        letters.sql("UPDATE messaging.parked_event SET key = 'thing.x-1'");
        letters.sql("UPDATE messaging.parked_event SET state = 'WAITING' WHERE position > 1");

        JsonNode dead = letters.pages(LIST).getFirst();

        assertThat(dead.get("waiting").getLongValue()).isEqualTo(2);
        assertThat(dead.get("aggregate").getStringValue()).isEqualTo("thing.x-1");
        assertThat(dead.get("attempts").getIntValue()).isEqualTo(1);
        assertThat(dead.get("lastFailure").getStringValue()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(positions("?state=WAITING")).containsExactly("2", "3");
        assertThat(positions("?state=RETRYING")).isEmpty();
    }

    @Test
    void aPageGoesOnBehindTheLastOneWhateverBecameOfIt() {
        letters.insert("a-things", "tests.thing.happened", "x", "no room", "2026-01-01T00:00:00Z", 1, 5);
        letters.insert("b-things", "tests.thing.happened", "x", "no room", "2026-01-01T00:00:00Z", 1, 5);

        JsonNode first = letters.rest().get(LIST + "?limit=4").body();
        letters.sql("DELETE FROM messaging.parked_event WHERE consumer = 'a-things' AND position < 5");
        JsonNode second = letters.rest()
                .get(LIST + "?limit=4&cursor=" + first.get("next").getStringValue())
                .body();

        assertThat(keys(first)).containsExactly("a-things 1", "a-things 2", "a-things 3", "a-things 4");
        assertThat(keys(second)).containsExactly("a-things 5", "b-things 1", "b-things 2", "b-things 3");
    }

    @Test
    void aDeadLetterIsShownWhole() {
        letters.publish(happened("whole", 1));
        Things.failure = effect -> new IllegalStateException("no room for it");
        letters.runUntil(1);
        String path = LIST + "/" + letters.consumer() + "/1";

        JsonNode whole = letters.rest().get(path).body();

        assertThat(whole.get("letter").get("reason").getStringValue())
                .isEqualTo("IllegalStateException: no room for it");
        assertThat(whole.get("letter").get("stream").getStringValue()).isEqualToIgnoringCase(letters.service());
        assertThat(whole.get("headers").get("ce-type").getStringValue()).isEqualTo("tests.thing.happened");
        assertThat(whole.get("body").getStringValue()).isEqualTo("{\"thing\":\"whole\",\"number\":1}");
        assertThat(whole.get("base64").getBooleanValue()).isFalse();
        assertThat(whole.get("stack").getStringValue()).contains("Things.failIfTold");
        assertThat(whole.get("actions").size()).isZero();

        letters.sql("UPDATE messaging.parked_event SET body = '\\xff00'");
        letters.rest().post(LIST + "/redrive", "{}");
        JsonNode redriven = letters.rest().get(path).body();
        assertThat(redriven.get("body").getStringValue()).isEqualTo("/wA=");
        assertThat(redriven.get("base64").getBooleanValue()).isTrue();
        assertThat(redriven.get("letter").get("state").getStringValue()).isEqualTo("RETRYING");
        assertThat(redriven.get("actions").get(0).get("action").getStringValue())
                .isEqualTo("REDRIVE");
    }

    @Test
    void statusCountsThemAndHealthIsDegraded() {
        letters.insert(letters.consumer(), "tests.thing.happened", "x", "no room", "2026-01-01T00:00:00Z", 101, 103);
        letters.sql("UPDATE messaging.parked_event SET state = 'RETRYING' WHERE position = 103");
        letters.sql("INSERT INTO messaging.consumer (name, stream) VALUES ('%s', upper('%s')) ON CONFLICT DO NOTHING"
                .formatted(letters.consumer(), letters.service()));

        JsonNode consumers = letters.rest().get("/messaging").body().get("consumers");

        assertThat(IntStream.range(0, consumers.size())
                        .mapToObj(consumers::get)
                        .map(consumer -> consumer.get("parked").getLongValue() + " parked, "
                                + consumer.get("dead").getLongValue() + " dead, paused "
                                + consumer.get("paused").getBooleanValue()))
                .containsExactlyInAnyOrder("3 parked, 2 dead, paused false", "0 parked, 0 dead, paused false");
        assertThat(letters.rest().get("/health").text()).contains("DEGRADED");
    }

    @Test
    void manyAreListedFilteredAndRedrivenInPagesAndInOneStatement() {
        letters.insert("a-things", "tests.thing.happened", "x", "no room", "2026-01-01T00:00:00Z", 1, SCALE);

        long start = System.nanoTime();
        List<String> all = letters.listed(LIST + "?limit=200", "position");
        long listed = System.nanoTime();
        long few = letters.pages(LIST + "?limit=200&aggregate=x-" + SCALE).size();
        long filtered = System.nanoTime();
        String answer =
                letters.rest().post(LIST + "/redrive", "{\"error\":\"room\"}").text();
        long redriven = System.nanoTime();

        System.out.printf(
                "%,d dead letters: listed in %,d ms, filtered in %,d ms, redriven in %,d ms%n",
                SCALE, millis(listed - start), millis(filtered - listed), millis(redriven - filtered));
        assertThat(all)
                .isEqualTo(IntStream.rangeClosed(1, SCALE)
                        .mapToObj(Integer::toString)
                        .toList());
        assertThat(few).isEqualTo(1);
        assertThat(answer).isEqualTo("{\"matched\":%d,\"changed\":%d,\"dryRun\":false}".formatted(SCALE, SCALE));
    }

    private static Stream<String> keys(JsonNode page) {
        return IntStream.range(0, page.get("items").size())
                .mapToObj(page.get("items")::get)
                .map(letter -> letter.get("consumer").getStringValue() + " "
                        + letter.get("position").getLongValue());
    }

    private static long millis(long nanos) {
        return nanos / 1_000_000;
    }

    private static List<String> positions(String query) {
        return letters.listed(LIST + query, "position");
    }
}

package io.millrace.chassis.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.millrace.chassis.ChassisFixture;
import io.millrace.chassis.ThingHappened;
import io.millrace.chassis.handler.DeadLetterException;
import io.millrace.chassis.handler.RetryLaterException;
import io.millrace.chassis.outbox.Emission;
import io.nats.client.JetStreamManagement;
import io.nats.client.Message;
import io.nats.client.Nats;
import io.nats.client.PushSubscribeOptions;
import io.nats.client.impl.Headers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ParkedEventsIT {

    private final ChassisFixture fixture = new ChassisFixture();

    @BeforeEach
    void table() {
        Things.failure = effect -> null;
        fixture.transactions()
                .executeWrite(tx -> tx.getConnection()
                        .createStatement()
                        .execute("CREATE TABLE effect (id bigint GENERATED ALWAYS AS IDENTITY, effect text)"));
    }

    @AfterEach
    void close() {
        Things.failure = effect -> null;
        fixture.close();
    }

    @Test
    void aBadEventStopsItsAggregateAloneUntilItCanBeHandled() {
        publishRounds(10, 100);
        Things.failure = effect -> effect.equals("thing-7 3") ? new IllegalStateException("told to fail") : null;

        try (ApplicationContext instance = listening("one")) {
            runUntil(instance, 1_000);
            assertThat(effectsOf("thing-7")).containsExactly("thing-7 1", "thing-7 2");
            assertThat(effects()).hasSize(992);
            tryParkedUntil(instance, () -> column("attempts").getFirst().equals("2"));

            Things.failure = effect -> null;
            tryParkedUntil(instance, () -> effects().size() == 1_000);
            publish(happened("thing-7", 11));
            runUntil(instance, 1_001);
        }

        assertThat(effects()).doesNotHaveDuplicates().hasSize(1_001);
        IntStream.rangeClosed(1, 100)
                .forEach(thing -> assertThat(effectsOf("thing-" + thing))
                        .isEqualTo(IntStream.rangeClosed(1, thing == 7 ? 11 : 10)
                                .mapToObj(number -> "thing-" + thing + " " + number)
                                .toList()));
        assertThat(parked()).isEmpty();
    }

    @Test
    void theBadEventIsFoundWithoutCallingForEachOne() {
        publishRounds(1, 1_000);
        Things.failure = effect -> effect.equals("thing-700 1") ? new IllegalStateException("told to fail") : null;
        Things.CALLS.set(0);

        try (ApplicationContext instance = listening("one")) {
            runUntil(instance, 1_000);
        }

        assertThat(effects()).hasSize(999);
        assertThat(Things.CALLS.get()).isLessThan(25);
    }

    @Test
    void afterTheLastAttemptItIsADeadLetterThatToolsCanRead() throws Exception {
        publish(happened("a", 1), happened("b", 1), happened("a", 2));
        Things.failure = effect -> effect.equals("a 1") ? new IllegalStateException("no room for a") : null;

        try (ApplicationContext instance = listening("one")) {
            runUntil(instance, 3);
            tryParkedUntil(instance, () -> parked().contains("thing.a 1 DEAD 3"));
            assertThat(parked()).containsExactly("thing.a 1 DEAD 3", "thing.a 3 WAITING 0");
            assertThat(effects()).containsExactly("b 1");

            Message copy = deadLetter(instance);
            assertThat(copy.getSubject())
                    .isEqualTo("dlq." + consumer() + ".evt." + fixture.service() + ".thing.a.happened");
            assertThat(new String(copy.getData(), java.nio.charset.StandardCharsets.UTF_8))
                    .isEqualTo("{\"thing\":\"a\",\"number\":1}");
            Headers headers = copy.getHeaders();
            assertThat(headers.getFirst("millrace-consumer")).isEqualTo(consumer());
            assertThat(headers.getFirst("millrace-attempts")).isEqualTo("3");
            assertThat(headers.getFirst("millrace-reason")).isEqualTo("IllegalStateException: no room for a");
            assertThat(headers.getFirst("millrace-stack")).contains("Things.failIfTold");
            assertThat(headers.getFirst("millrace-sequence")).isEqualTo("1");
            assertThat(headers.getFirst("ce-type")).isEqualTo("tests.thing.happened");
            assertThat(headers.getFirst("millrace-first-failure"))
                    .isLessThan(headers.getFirst("millrace-last-failure"));
        }
    }

    @Test
    void theirStreamIsThereBeforeTheFirst() throws Exception {
        publish(happened("a", 1));
        try (var connection = Nats.connect(fixture.nats().url());
                ApplicationContext instance = listening("one")) {
            JetStreamManagement management = connection.jetStreamManagement();
            if (management.getStreamNames().contains("DEAD_LETTERS")) {
                management.deleteStream("DEAD_LETTERS");
            }

            runUntil(instance, 1);
            consuming(instance).parked().runOnce();

            assertThat(management.getStreamNames()).contains("DEAD_LETTERS");
        }
    }

    @Test
    void whatCannotBeReadIsDeadAtOnceAndTheOthersGoOn() throws Exception {
        publish(happened("a", 1));
        foreign("c", "{not json", "tests.thing.happened", "1.0");
        foreign("d", "{\"thing\":\"d\",\"number\":1}", "tests.thing.happened", "2.0");
        foreign("e", "{\"thing\":\"e\",\"number\":1}", null, "1.0");
        foreign("f", "[".repeat(500_000), "tests.thing.happened", "1.0");
        foreign("c", "{\"thing\":\"c\",\"number\":2}", "tests.thing.happened", "1.0");
        publish(happened("b", 1));

        try (ApplicationContext instance = listening("one")) {
            runUntil(instance, 7);
        }

        assertThat(effects()).containsExactly("a 1", "b 1");
        assertThat(parked())
                .containsExactly(
                        "thing.c 2 DEAD 1",
                        "thing.d 3 DEAD 1",
                        "thing.e 4 DEAD 1",
                        "thing.f 5 DEAD 1",
                        "thing.c 6 WAITING 0");
        assertThat(column("reason"))
                .satisfies(reasons -> assertThat(reasons.get(1)).contains("schema version is 2.0"))
                .satisfies(reasons -> assertThat(reasons.get(2)).contains("ce-type is missing"));
    }

    @Test
    void whatIsNoPlainJsonIsDeadWithTheReasonAndTheOthersGoOn() throws Exception {
        publish(happened("b", 1));
        foreign("c", "{\"thing\":\"c\",\"number\":1}", Map.of("ce-datacontenttype", "application/jsonx"));
        foreign("d", "{\"thing\":\"d\",\"number\":1,\"number\":2}", Map.of());
        foreign("e", "{\"thing\":\"e\",\"number\":1}", Map.of("ce-dataschema", "urn:millrace:tests.thing.ended:1.0"));
        foreign("f", "{\"thing\":\"f\",\"number\":1}", Map.of("ce-datacontenttype", "Application/JSON; charset=utf-8"));

        try (ApplicationContext instance = listening("one")) {
            runUntil(instance, 5);
        }

        assertThat(effects()).containsExactly("b 1", "f 1");
        assertThat(parked()).containsExactly("thing.c 2 DEAD 1", "thing.d 3 DEAD 1", "thing.e 4 DEAD 1");
        assertThat(column("reason"))
                .satisfiesExactly(
                        reason -> assertThat(reason).contains("ce-datacontenttype is 'application/jsonx'"),
                        reason -> assertThat(reason).contains("holds the field 'number' twice"),
                        reason -> assertThat(reason).contains("must be urn:millrace:tests.thing.happened:"));
    }

    @Test
    void anOutageParksNothing() {
        publishRounds(1, 10);
        Things.failure = effect -> new SQLException("deadlock detected", "40P01");

        try (ApplicationContext instance = listening("one")) {
            Awaitility.await()
                    .untilAsserted(() -> assertThatThrownBy(
                                    () -> consuming(instance).loop().runOnce())
                            .hasStackTraceContaining("deadlock"));
            assertThat(parked()).isEmpty();

            Things.failure = effect -> null;
            runUntil(instance, 10);
        }
        assertThat(effects()).hasSize(10);
    }

    @Test
    void aHandlerSaysWhenToTryAgainAndWhenThereIsNoPoint() {
        publish(happened("a", 1), happened("b", 1));
        Things.failure = effect -> effect.equals("a 1")
                ? new RetryLaterException(Duration.ofHours(1), "the warehouse is closed")
                : new DeadLetterException("b was never ours");

        try (ApplicationContext instance = listening("one")) {
            runUntil(instance, 2);
        }

        assertThat(parked()).containsExactly("thing.a 1 RETRYING 1", "thing.b 2 DEAD 1");
        assertThat(column("due_at > now() + interval '59 minutes'")).containsExactly("t", null);
        assertThat(column("reason").get(1)).contains("b was never ours");
    }

    @Test
    void whoTakesOverKeepsTheOrderBehindWhatIsParked() {
        publish(happened("a", 1), happened("a", 2));
        Things.failure = effect -> new DeadLetterException("not yet");
        ApplicationContext crashed = listening("one");
        runUntil(crashed, 2);
        fixture.sql("DELETE FROM messaging.parked_event WHERE position = 1");

        try (ApplicationContext successor = listening("one")) {
            Things.failure = effect -> null;
            publish(happened("a", 3), happened("b", 1));
            runUntil(successor, 4);
            assertThat(effects()).containsExactly("b 1");
            tryParkedUntil(successor, () -> parked().isEmpty());
        }
        crashed.close();

        assertThat(effects()).containsExactly("b 1", "a 2", "a 3");
    }

    @Test
    void anOldOwnerLeavesParkedEventsToTheNewOne() throws Exception {
        publish(happened("a", 1));
        Things.failure = effect -> new RetryLaterException(Duration.ZERO, "not yet");
        try (ApplicationContext old = listening("one");
                ApplicationContext successor = listening("one")) {
            runUntil(old, 1);
            Things.failure = effect -> null;
            runUntil(successor, 1);

            consuming(old).parked().runOnce();
            assertThat(effects()).isEmpty();
            tryParkedUntil(successor, () -> parked().isEmpty());
        }
        assertThat(effects()).containsExactly("a 1");
    }

    private ApplicationContext listening(String instance) {
        return fixture.instance(
                instance,
                Map.of(
                        "tests.from",
                        fixture.service(),
                        "millrace.consumer.retries.attempts",
                        3,
                        "millrace.consumer.retries.first-delay",
                        "20ms",
                        "millrace.consumer.retries.longest-delay",
                        "40ms"));
    }

    private static Consuming consuming(ApplicationContext instance) {
        return instance.getBean(EventLoops.class).all().getFirst();
    }

    private static void runUntil(ApplicationContext instance, long position) {
        Awaitility.await().until(() -> {
            consuming(instance).loop().runOnce();
            return consuming(instance).loop().state().position() >= position;
        });
    }

    private static void tryParkedUntil(ApplicationContext instance, java.util.concurrent.Callable<Boolean> fact) {
        Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> {
            consuming(instance).parked().runOnce();
            return fact.call();
        });
    }

    private String consumer() {
        return fixture.service() + "-" + fixture.service();
    }

    private Message deadLetter(ApplicationContext instance) throws Exception {
        consuming(instance).parked().runOnce();
        try (var connection = Nats.connect(fixture.nats().url())) {
            var subscription = connection
                    .jetStream()
                    .subscribe(
                            "dlq." + consumer() + ".>",
                            PushSubscribeOptions.builder().stream("DEAD_LETTERS")
                                    .ordered(true)
                                    .build());
            return subscription.nextMessage(Duration.ofSeconds(10));
        }
    }

    private void foreign(String thing, String body, String type, String version) throws Exception {
        Headers headers = headers(thing, version);
        if (type != null) {
            headers.put("ce-type", type);
        }
        foreign(thing, body, headers);
    }

    /** A sound event but for some headers. */
    private void foreign(String thing, String body, Map<String, String> other) throws Exception {
        Headers headers = headers(thing, "1.0");
        headers.put("ce-type", "tests.thing.happened");
        other.forEach((name, value) -> headers.put(name, value));
        foreign(thing, body, headers);
    }

    private static Headers headers(String thing, String version) {
        Headers headers = new Headers();
        headers.put("ce-specversion", "1.0");
        headers.put("ce-id", "foreign-" + thing);
        headers.put("ce-source", "/elsewhere");
        headers.put("ce-time", "2026-01-01T00:00:00Z");
        headers.put("ce-subject", thing);
        headers.put("ce-dataschema", "urn:millrace:tests.thing.happened:" + version);
        headers.put("ce-sequence", "1");
        return headers;
    }

    private void foreign(String thing, String body, Headers headers) throws Exception {
        try (var connection = Nats.connect(fixture.nats().url())) {
            connection
                    .jetStream()
                    .publish(
                            "evt." + fixture.service() + ".thing." + thing + ".happened",
                            headers,
                            body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    /** So many events of each of so many things, in turn. */
    private void publishRounds(int rounds, int things) {
        publish(IntStream.rangeClosed(1, rounds)
                .boxed()
                .flatMap(round -> IntStream.rangeClosed(1, things).mapToObj(thing -> happened("thing-" + thing, round)))
                .toArray(Emission[]::new));
    }

    private void publish(Emission... emissions) {
        fixture.emit(emissions);
        fixture.drain();
    }

    private static Emission happened(String thing, int number) {
        return Emission.of(thing, number, new ThingHappened(thing, number));
    }

    private List<String> effects() {
        return fixture.rows("SELECT effect FROM effect ORDER BY id");
    }

    private List<String> effectsOf(String thing) {
        return effects().stream()
                .filter(effect -> effect.startsWith(thing + " "))
                .toList();
    }

    private List<String> parked() {
        return fixture.rows(
                "SELECT key || ' ' || position || ' ' || state || ' ' || attempts FROM messaging.parked_event"
                        + " ORDER BY position");
    }

    private List<String> column(String expression) {
        return fixture.rows("SELECT " + expression + " FROM messaging.parked_event ORDER BY position");
    }
}

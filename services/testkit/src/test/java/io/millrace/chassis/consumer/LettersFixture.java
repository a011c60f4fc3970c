package io.millrace.chassis.consumer;

import io.micronaut.context.ApplicationContext;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.runtime.server.EmbeddedServer;
import io.millrace.chassis.ChassisFixture;
import io.millrace.chassis.ThingHappened;
import io.millrace.chassis.outbox.Emission;
import io.millrace.testkit.rest.Rest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/** A service of {@link Things} and {@link OtherThings} with its REST API. What fails is dead at the first attempt. */
final class LettersFixture implements AutoCloseable {

    private final ChassisFixture fixture = new ChassisFixture();
    private final ApplicationContext instance;
    private final Rest rest;

    LettersFixture() {
        sql("CREATE TABLE effect (id bigint GENERATED ALWAYS AS IDENTITY, effect text)");
        instance = fixture.instance(
                "one",
                Map.of(
                        "tests.from",
                        fixture.service(),
                        "tests.other",
                        true,
                        "millrace.consumer.retries.attempts",
                        1,
                        "micronaut.server.port",
                        -1));
        instance.getBean(EmbeddedServer.class).start();
        rest = instance.getBean(Rest.class);
    }

    Rest rest() {
        return rest;
    }

    String service() {
        return fixture.service();
    }

    /** The consumer of {@link Things}. */
    String consumer() {
        return fixture.service() + "-" + fixture.service();
    }

    void publish(Emission... emissions) {
        fixture.emit(emissions);
        fixture.drain();
    }

    static Emission happened(String thing, int number) {
        return Emission.of(thing, number, new ThingHappened(thing, number));
    }

    /** Drives both consumers until they stand there. */
    void runUntil(long position) {
        Awaitility.await().until(() -> {
            for (Consuming consuming : all()) {
                consuming.loop().runOnce();
            }
            return all().stream().allMatch(consuming -> consuming.loop().state().position() >= position);
        });
    }

    /** Drives the parked events of both consumers until nothing is parked. */
    void tryUntilNothingIsParked() {
        tryUntil(() -> parked().isEmpty());
    }

    void tryUntil(Callable<Boolean> fact) {
        Awaitility.await().until(() -> {
            for (Consuming consuming : all()) {
                consuming.parked().runOnce();
            }
            return fact.call();
        });
    }

    /** Inserts dead letters as if they had failed, each of an aggregate of its own. */
    void insert(String consumer, String type, String thing, String reason, String lastFailure, int first, int last) {
        sql("""
            INSERT INTO messaging.parked_event (consumer, position, key, event_id, type, subject, headers, body, state,
                attempts, deaths, first_failure, last_failure, reason, stack)
            SELECT '%1$s', n, 'thing.%3$s-' || n, 'event-' || n, '%2$s', 'evt.tests.thing.%3$s-' || n || '.happened',
                E'ce-id: event-' || n || E'\\nce-type: %2$s\\n',
                convert_to('{"thing":"%3$s-' || n || '","number":1}', 'UTF8'), 'DEAD', 1, 1,
                timestamptz '%5$s' - interval '1 minute', '%5$s', '%4$s', 'at Things.java'
            FROM generate_series(%6$d, %7$d) AS n\
            """.formatted(consumer, type, thing, reason, lastFailure, first, last));
    }

    List<String> effects() {
        return rows("SELECT effect FROM effect ORDER BY id");
    }

    List<String> parked() {
        return rows("SELECT key || ' ' || state FROM messaging.parked_event ORDER BY consumer, position");
    }

    /** The items of all pages of a list, fetched one after the other. */
    List<JsonNode> pages(String path) {
        List<JsonNode> items = new ArrayList<>();
        each(path, items::add);
        return items;
    }

    /** One field of each item. */
    List<String> listed(String path, String field) {
        List<String> values = new ArrayList<>();
        each(path, item -> values.add(item.get(field).coerceStringValue()));
        return values;
    }

    private void each(String path, Consumer<JsonNode> item) {
        String join = path.contains("?") ? "&" : "?";
        JsonNode page = rest.get(path).body();
        page.get("items").values().forEach(item);
        while (page.get("next") != null) {
            page = rest.get(path + join + "cursor=" + page.get("next").getStringValue())
                    .body();
            page.get("items").values().forEach(item);
        }
    }

    void sql(String text) {
        fixture.transactions()
                .executeWrite(tx -> tx.getConnection().createStatement().execute(text));
    }

    /** Changes rows, and commits when somebody else waits for them. */
    <T> CompletableFuture<T> whileChanging(String update, Supplier<T> other) {
        return fixture.transactions().executeWrite(tx -> {
            var statement = tx.getConnection().createStatement();
            statement.executeUpdate(update);
            CompletableFuture<T> answer = CompletableFuture.supplyAsync(other);
            Awaitility.await()
                    .until(() -> statement
                            .executeQuery("SELECT FROM pg_locks WHERE NOT granted AND locktype = 'transactionid'")
                            .next());
            return answer;
        });
    }

    List<String> rows(String query) {
        return fixture.transactions().executeRead(tx -> {
            var row = tx.getConnection().createStatement().executeQuery(query);
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(row.getString(1));
            }
            return rows;
        });
    }

    private List<Consuming> all() {
        return instance.getBean(EventLoops.class).all();
    }

    @Override
    public void close() {
        Things.failure = effect -> null;
        instance.close();
        fixture.close();
    }
}

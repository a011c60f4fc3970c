package io.millrace.chassis.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.millrace.chassis.ChassisFixture;
import io.nats.client.Connection;
import io.nats.client.Nats;
import io.nats.client.api.StreamConfiguration;
import io.nats.client.impl.Headers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An outside system publishes CloudEvents, and publishes again whatever it is not sure about. */
class ForeignWriterIT {

    private final ChassisFixture fixture = new ChassisFixture();
    private final String writer = "w" + UUID.randomUUID().toString().substring(0, 8);
    private final String stream = writer.toUpperCase(Locale.ROOT);
    private Connection outside;

    @BeforeEach
    void stream() throws Exception {
        Things.failure = effect -> null;
        fixture.sql("CREATE TABLE effect (id bigint GENERATED ALWAYS AS IDENTITY, effect text)");
        outside = Nats.connect(fixture.nats().url());
        outside.jetStreamManagement()
                .addStream(StreamConfiguration.builder()
                        .name(stream)
                        .subjects(writer + ".>")
                        .build());
    }

    @AfterEach
    void close() throws Exception {
        Things.failure = effect -> null;
        outside.jetStreamManagement().deleteStream(stream);
        outside.close();
        fixture.close();
    }

    @Test
    void anEventThatStandsInTheStreamTwiceTakesEffectOnce() throws Exception {
        publish("/crm", "1", 1);
        publish("/crm", "2", 2);
        publish("/crm", "1", 1);
        publish("/erp", "1", 3);

        try (ApplicationContext instance = listening("one")) {
            runUntil(instance, 4);
            publish("/crm", "2", 2);
            publish("/crm", "3", 4);
            runUntil(instance, 6);
        }
        assertThat(effects()).containsExactly("x 1 of /crm", "x 2 of /crm", "x 3 of /erp", "x 4 of /crm");
    }

    @Test
    void oneThatIsParkedIsNotTakenASecondTime() throws Exception {
        publish("/crm", "1", 1);
        publish("/crm", "2", 2);
        publish("/crm", "1", 1);
        Things.failure = effect -> effect.equals("x 1") ? new IllegalStateException("not yet") : null;

        try (ApplicationContext instance = listening("one")) {
            runUntil(instance, 3);
            assertThat(effects()).isEmpty();
            Things.failure = effect -> null;
            Awaitility.await().until(() -> {
                consuming(instance).parked().runOnce();
                return effects().size() == 2;
            });
        }
        assertThat(effects()).containsExactly("x 1 of /crm", "x 2 of /crm");
        assertThat(fixture.rows("SELECT count(*) FROM messaging.parked_event")).containsExactly("0");
    }

    @Test
    void whatHasNoIdIsADeadLetter() throws Exception {
        Headers headers = new Headers();
        headers.put("ce-type", "tests.thing.happened");
        headers.put("ce-source", "/crm");
        outside.jetStream().publish(writer + ".thing", headers, "{\"thing\":\"x\",\"number\":1}".getBytes(UTF_8));

        try (ApplicationContext instance = listening("one")) {
            runUntil(instance, 1);
        }
        assertThat(fixture.rows("SELECT state || ': ' || reason FROM messaging.parked_event"))
                .singleElement()
                .asString()
                .startsWith("DEAD: ")
                .contains("ce-id is missing");
    }

    @Test
    void aSchemaOfTheWritersOwnIsNoMatterOfOurs() throws Exception {
        Headers headers = headers("/crm", "1");
        headers.put("ce-dataschema", "https://crm.example/schemas/thing:7");
        publish(headers, 1);
        headers = headers("/crm", "2");
        headers.put("ce-dataschema", "urn:millrace:tests.thing.happened:2.0");
        publish(headers, 2);

        try (ApplicationContext instance = listening("one")) {
            runUntil(instance, 2);
        }
        assertThat(effects()).containsExactly("x 1 of /crm");
        assertThat(fixture.rows("SELECT reason FROM messaging.parked_event"))
                .singleElement()
                .asString()
                .contains("schema version is 2.0");
    }

    @Test
    void whatItsHandlerDoesNotNeedMayBeMissing() throws Exception {
        outside.jetStream()
                .publish(writer + ".thing", headers("/crm", "1"), "{\"thing\":null,\"number\":1}".getBytes(UTF_8));

        try (ApplicationContext instance = listening("one")) {
            runUntil(instance, 1);
        }
        assertThat(effects()).containsExactly("null 1 of /crm");
    }

    @Test
    void aTraceThatIsNotWellFormedKeepsNothingFromBeingDone() throws Exception {
        Headers headers = headers("/crm", "1");
        headers.put("traceparent", "x");
        publish(headers, 1);

        try (ApplicationContext instance = listening("one")) {
            runUntil(instance, 1);
        }
        assertThat(effects()).containsExactly("x 1 of /crm");
    }

    @Test
    void theInboxForgetsWhatIsOlderThanItKeeps() throws Exception {
        publish("/crm", "1", 1);
        publish("/crm", "2", 2);
        try (ApplicationContext instance = listening("one")) {
            runUntil(instance, 2);
            fixture.sql("UPDATE messaging.inbox SET seen_at = now() - interval '61 minutes' WHERE id = '1'");
            consuming(instance).pruning().orElseThrow().runOnce();
        }
        assertThat(fixture.rows("SELECT id FROM messaging.inbox")).containsExactly("2");
    }

    private void publish(String source, String id, int number) throws Exception {
        publish(headers(source, id), number);
    }

    private static Headers headers(String source, String id) {
        Headers headers = new Headers();
        headers.put("ce-id", id);
        headers.put("ce-source", source);
        headers.put("ce-type", "tests.thing.happened");
        return headers;
    }

    private void publish(Headers headers, int number) throws Exception {
        outside.jetStream()
                .publish(
                        writer + ".thing",
                        headers,
                        "{\"thing\":\"x\",\"number\":%d}".formatted(number).getBytes(UTF_8));
    }

    private ApplicationContext listening(String instance) {
        return fixture.instance(
                instance, Map.of("tests.outside-from", writer, "millrace.consumer.retries.first-delay", "20ms"));
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

    private List<String> effects() {
        return fixture.rows("SELECT effect FROM effect ORDER BY id");
    }
}

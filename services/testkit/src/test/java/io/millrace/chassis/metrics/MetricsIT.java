package io.millrace.chassis.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.millrace.chassis.ChassisFixture;
import io.millrace.chassis.ThingHappened;
import io.millrace.chassis.outbox.Emission;
import io.millrace.testkit.rest.Rest;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MetricsIT {

    private final ChassisFixture fixture = new ChassisFixture();
    private ApplicationContext service;
    private Rest rest;

    @BeforeEach
    void start() {
        fixture.sql("CREATE TABLE effect (id bigint GENERATED ALWAYS AS IDENTITY, effect text)");
        service = instance("true");
        rest = service.getBean(Rest.class);
    }

    private ApplicationContext instance(String working) {
        ApplicationContext instance = fixture.instance(
                "one",
                Map.of(
                        "tests.from",
                        fixture.service(),
                        "micronaut.server.port",
                        -1,
                        "millrace.metrics.every",
                        "100ms",
                        "millrace.relay.enabled",
                        working,
                        "millrace.consumer.enabled",
                        working));
        instance.getBean(EmbeddedServer.class).start();
        return instance;
    }

    @AfterEach
    void close() {
        service.close();
        fixture.close();
    }

    @Test
    void whatIsPublishedAndHandledIsCounted() {
        emit(3);

        await().untilAsserted(() -> {
            assertThat(metric("millrace_relay_published_events_total")).isEqualTo(3);
            assertThat(consumer("handled_events_total")).isEqualTo(3);
        });

        assertThat(metric("millrace_relay_batch_seconds_count")).isBetween(1.0, 3.0);
        assertThat(metric("millrace_relay_batch_seconds_sum")).isPositive();
        assertThat(metric("millrace_relay_looks_total")).isEqualTo(1);
        assertThat(metric("millrace_relay_leading")).isEqualTo(1);
        assertThat(metric("millrace_relay_flowing")).isEqualTo(1);
        assertThat(consumer("batch_seconds_count")).isBetween(1.0, 3.0);
        assertThat(consumer("batch_seconds_sum")).isPositive();
        assertThat(consumer("owned")).isEqualTo(1);
        assertThat(consumer("flowing")).isEqualTo(1);
        assertThat(consumer("lag_events")).isZero();
        assertThat(consumer("lag_age_seconds")).isZero();
        assertThat(metric("millrace_leases_held")).isGreaterThanOrEqualTo(2);
        await().untilAsserted(() -> {
            assertThat(metric("millrace_outbox_waiting")).isZero();
            assertThat(metric("millrace_outbox_oldest_age_seconds")).isZero();
        });
    }

    @Test
    void whatWaitsIsCountedWithItsAge() {
        service.close();
        service = instance("false");
        rest = service.getBean(Rest.class);
        emit(2);

        await().untilAsserted(() -> {
            assertThat(metric("millrace_outbox_waiting")).isEqualTo(2);
            assertThat(metric("millrace_outbox_oldest_age_seconds"))
                    .isPositive()
                    .isLessThan(60);
        });
        assertThat(consumer("lag_events")).isNaN();
        assertThat(consumer("lag_age_seconds")).isNaN();
        assertThat(consumer("flowing")).isEqualTo(1);
        assertThat(metric("millrace_relay_leading")).isZero();
        assertThat(metric("millrace_relay_flowing")).isEqualTo(1);
    }

    @Test
    void sagasThatAreNotOverAreCounted() {
        fixture.sql("""
            INSERT INTO messaging.saga (type, id, phase, step, asked, state, pending, version, notes, correlation_id, actor,
                started_at, updated_at)
            SELECT 'fulfilment', n::text, phase, 'stock', asked, '{}', '', 1, 1, '', '', now(), now()
            FROM (VALUES (1, 'RUNNING', 1), (2, 'RUNNING', 4), (3, 'COMPENSATING', 5), (4, 'DONE', 4))
                AS saga (n, phase, asked)\
            """);

        await().untilAsserted(() -> assertThat(metric("millrace_sagas_stuck")).isEqualTo(2));
        assertThat(metric("millrace_sagas_unfinished\\{phase=\"running\"}")).isEqualTo(2);
        assertThat(metric("millrace_sagas_unfinished\\{phase=\"compensating\"}"))
                .isEqualTo(1);
    }

    @Test
    void whatIsParkedIsCounted() {
        fixture.sql("INSERT INTO messaging.consumer (name, stream) VALUES ('%1$s-%1$s', '%2$s') ON CONFLICT DO NOTHING"
                .formatted(fixture.service(), fixture.stream()));
        fixture.sql("""
            INSERT INTO messaging.parked_event (consumer, position, key, event_id, type, subject, headers, body, state,
                attempts, deaths, first_failure, last_failure, reason, stack)
            SELECT '%1$s-%1$s', n, 'thing.x', 'event-' || n, 'tests.thing.happened', 'evt.x', '', '', CASE n WHEN 1 THEN 'DEAD' ELSE 'WAITING' END,
                1, 1, now(), now(), 'no room', ''
            FROM generate_series(1, 3) AS n\
            """.formatted(fixture.service()));

        await().untilAsserted(() -> {
            assertThat(consumer("parked")).isEqualTo(3);
            assertThat(consumer("dead")).isEqualTo(1);
        });
    }

    private void emit(int count) {
        for (int number = 1; number <= count; number++) {
            fixture.emit(Emission.of("a", number, new ThingHappened("a", number)));
        }
    }

    private double consumer(String name) {
        return metric("millrace_consumer_" + name);
    }

    /** The value of the one line that bears the name. */
    private double metric(String name) {
        String text = rest.get("/prometheus").text();
        Matcher line = Pattern.compile("(?m)^" + name + "(\\{[^}]*})? (\\S+)$").matcher(text);
        assertThat(line.find()).as(name + " in\n" + text).isTrue();
        return Double.parseDouble(line.group(2));
    }
}

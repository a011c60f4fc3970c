package io.millrace.chassis.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.millrace.chassis.ChassisFixture;
import io.millrace.chassis.ThingHappened;
import io.millrace.chassis.outbox.Emission;
import io.millrace.testkit.nats.NatsClient;
import io.nats.client.Connection;
import io.nats.client.PurgeOptions;
import io.nats.client.api.StreamConfiguration;
import java.time.Instant;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CaughtUpIT {

    private final ChassisFixture fixture = new ChassisFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void whatStoodInTheStreamWhenItWasFirstAskedMustBeHandled() {
        fixture.sql("CREATE TABLE effect (id bigint GENERATED ALWAYS AS IDENTITY, effect text)");
        publish(1);
        publish(2);
        try (ApplicationContext service = fixture.instance("one", Map.of("tests.from", fixture.service()))) {
            CaughtUp caughtUp = service.getBean(CaughtUp.class);
            assertThat(caughtUp.isReached()).isFalse();
            publish(3);

            handle(service, 2);
            assertThat(caughtUp.isReached()).isTrue();

            caughtUp.forget();
            publish(4);
            assertThat(caughtUp.isReached()).isFalse();
            handle(service, 4);
            assertThat(caughtUp.isReached()).isTrue();
        }
    }

    @Test
    void itsTimeStaysWhereItIsWhileSomethingIsNotHandled() {
        fixture.sql("CREATE TABLE effect (id bigint GENERATED ALWAYS AS IDENTITY, effect text)");
        publish(1);
        try (ApplicationContext service = fixture.instance("one", Map.of("tests.from", fixture.service()))) {
            CaughtUp caughtUp = service.getBean(CaughtUp.class);
            assertThat(caughtUp.asOf()).isEmpty();

            handle(service, 1);
            Instant first = caughtUp.asOf().orElseThrow();
            Instant second = caughtUp.asOf().orElseThrow();
            assertThat(second).isAfter(first);

            publish(2);
            assertThat(caughtUp.asOf()).contains(second);
            assertThat(caughtUp.isReached()).isTrue();

            handle(service, 2);
            Instant published = caughtUp.asOf().orElseThrow();
            assertThat(published).isAfter(second);
            assertThat(caughtUp.asOf().orElseThrow()).isAfter(published);
        }
    }

    @Test
    void whatWasRemovedFromTheStreamIsNotWaitedFor() throws Exception {
        fixture.sql("CREATE TABLE effect (id bigint GENERATED ALWAYS AS IDENTITY, effect text)");
        publish(1);
        fixture.emit(Emission.of("b", 1, new ThingHappened("b", 1)));
        fixture.drain();
        try (ApplicationContext service = fixture.instance("one", Map.of("tests.from", fixture.service()));
                Connection connection = NatsClient.connect(fixture.nats().url())) {
            CaughtUp caughtUp = service.getBean(CaughtUp.class);
            assertThat(caughtUp.isReached()).isFalse();

            connection
                    .jetStreamManagement()
                    .purgeStream(
                            fixture.stream(), PurgeOptions.subject("evt.%s.thing.b.>".formatted(fixture.service())));
            assertThat(caughtUp.isReached()).isFalse();

            handle(service, 1);
            assertThat(caughtUp.isReached()).isTrue();
        }
    }

    @Test
    void whatAStreamHasLostMayComeBack() throws Exception {
        fixture.sql("CREATE TABLE effect (id bigint GENERATED ALWAYS AS IDENTITY, effect text)");
        publish(1);
        publish(2);
        try (ApplicationContext service = fixture.instance("one", Map.of("tests.from", fixture.service()));
                Connection connection = NatsClient.connect(fixture.nats().url())) {
            CaughtUp caughtUp = service.getBean(CaughtUp.class);
            handle(service, 2);
            Instant before = caughtUp.asOf().orElseThrow();
            StreamConfiguration asItWas = connection
                    .jetStreamManagement()
                    .getStreamInfo(fixture.stream())
                    .getConfiguration();

            connection.jetStreamManagement().deleteStream(fixture.stream());
            assertThat(caughtUp.asOf()).contains(before);

            connection.jetStreamManagement().addStream(asItWas);
            assertThat(caughtUp.asOf()).contains(before);
            caughtUp.forget();
            assertThat(caughtUp.isReached()).isFalse();
        }
    }

    @Test
    void aStreamThatCannotBeAskedMayHoldAnything() {
        try (ApplicationContext service = fixture.instance(
                "one", Map.of("tests.from", fixture.service(), "nats.default.addresses", "nats://127.0.0.1:1"))) {
            assertThat(service.getBean(CaughtUp.class).isReached()).isFalse();
        }
    }

    @Test
    void aStreamThatNobodyHasMadeHoldsNothing() {
        try (ApplicationContext service = fixture.instance("one", Map.of("tests.from", fixture.service()))) {
            CaughtUp caughtUp = service.getBean(CaughtUp.class);

            Awaitility.await().until(caughtUp::isReached);
        }
    }

    private void publish(int number) {
        fixture.emit(Emission.of("a", number, new ThingHappened("a", number)));
        fixture.drain();
    }

    private static void handle(ApplicationContext service, long position) {
        EventLoop loop = service.getBean(EventLoops.class).all().getFirst().loop();
        Awaitility.await().until(() -> {
            loop.runOnce();
            return loop.state().position() >= position;
        });
    }
}

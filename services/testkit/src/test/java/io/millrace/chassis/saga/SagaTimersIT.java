package io.millrace.chassis.saga;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.millrace.chassis.ChassisFixture;
import io.millrace.chassis.ThingEnded;
import io.millrace.chassis.ThingHappened;
import io.millrace.chassis.consumer.CaughtUp;
import io.millrace.chassis.outbox.Cause;
import io.millrace.chassis.relay.Relay;
import io.millrace.chassis.saga.Errands.Errand;
import io.millrace.contracts.Event;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of sagas whose time is over. */
class SagaTimersIT {

    /** All was heard that is there. */
    private static final Supplier<Optional<Instant>> NOW = () -> Optional.of(Instant.now());

    private final ChassisFixture fixture = new ChassisFixture();
    private final Errands errands = new Errands(fixture);
    private final Sagas<Errand, String> sagas = errands.sagas();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aTimerOutlivesTheInstanceThatSetIt() {
        sagas.start("e", new Errand("e", ""));
        fixture.sql("UPDATE messaging.saga SET due_at = now() - interval '1 second'");

        try (ApplicationContext successor = fixture.instance("second")) {
            SagaEngine engine = successor.getBean(SagaEngine.class);
            errands.keep(engine);
            engine.timeOut(NOW);
        }

        assertThat(errands.phase("e")).isEqualTo("COMPENSATING");
        errands.answer("e", new ThingEnded("e"));
        assertThat(errands.told()).containsExactly("e late");
    }

    @Test
    void nobodyIsGivenUpWhoseAnswerMayStandUnheardInAStream() {
        sagas.start("late", new Errand("late", ""));
        sagas.start("undone", new Errand("undone", ""));
        sagas.abort("undone", errand -> errand);
        fixture.sql("UPDATE messaging.saga SET due_at = now() - interval '1 minute'");
        SagaEngine engine = fixture.bean(SagaEngine.class);

        engine.timeOut(Optional::empty);
        engine.timeOut(() -> Optional.of(Instant.now().minus(Duration.ofMinutes(2))));
        assertThat(errands.phase("late")).isEqualTo("RUNNING");
        assertThat(fixture.rows("SELECT asked FROM messaging.saga WHERE id = 'undone'"))
                .containsExactly("2");

        engine.timeOut(() -> Optional.of(Instant.now().minus(Duration.ofSeconds(30))));
        assertThat(errands.phase("late")).isEqualTo("COMPENSATING");
    }

    @Test
    void streamsAreNotAskedWhileNobodyIsLate() {
        sagas.start("e", new Errand("e", ""));

        fixture.bean(SagaEngine.class).timeOut(() -> {
            throw new AssertionError("asked");
        });
    }

    @Test
    void nobodyIsGivenUpBeforeTheOthersHadTimeToAnswer() throws Exception {
        try (ApplicationContext patient = fixture.instance("two", Map.of("millrace.sagas.grace", "1h"));
                ApplicationContext other = fixture.instance("three", Map.of("millrace.sagas.grace", "0s"))) {
            errands.keep(patient.getBean(SagaEngine.class)).start("e", new Errand("e", ""));
            errands.keep(other.getBean(SagaEngine.class));
            fixture.sql("UPDATE messaging.saga SET due_at = now() - interval '1 minute'");

            turn(patient);
            assertThat(errands.phase("e")).isEqualTo("RUNNING");

            patient.close();
            turn(other);
            Awaitility.await().until(() -> errands.phase("e").equals("COMPENSATING"));
        }
    }

    @Test
    void whatIsRememberedForLaterDoesNotProlongATimeThatIsOver() {
        Sagas<Errand, String> walks = errands.walks();
        walks.start("e", new Errand("e", ""));
        fixture.sql("UPDATE messaging.saga SET due_at = now() - interval '1 second'");

        walks.answered(List.of(new SagaAnswer("e", new ThingEnded("e"), Cause.current())));

        assertThat(fixture.rows("SELECT what FROM messaging.saga_step ORDER BY number"))
                .endsWith("REMEMBERED");
        assertThat(fixture.rows("SELECT id FROM messaging.saga WHERE due_at <= now()"))
                .containsExactly("e");
    }

    @Test
    void whatIsAskedAnewForWhatWasRememberedHasATimeOfItsOwn() {
        Sagas<Errand, String> walks = errands.walks();
        walks.start("e", new Errand("e", ""));
        for (Event event : List.of(new ThingHappened("e", 1), new ThingEnded("e"), new ThingEnded("e"))) {
            walks.answered(List.of(new SagaAnswer("e", event, Cause.current())));
        }
        fixture.sql("UPDATE messaging.saga SET due_at = now() - interval '1 second'");

        walks.answered(List.of(new SagaAnswer("e", new ThingHappened("e", 2), Cause.current())));

        assertThat(fixture.rows("SELECT phase || ' ' || step FROM messaging.saga WHERE due_at > now()"))
                .containsExactly("RUNNING again");
    }

    @Test
    void aSagaThatFailsWhenItIsDueHoldsUpNoOther() {
        for (String id : List.of("e1", "bad", "e2")) {
            sagas.start(id, new Errand(id, ""));
        }
        fixture.sql("UPDATE messaging.saga SET due_at = now() - interval '1 second'");
        fixture.sql("UPDATE messaging.saga SET step = 'taken out' WHERE id = 'bad'");

        fixture.bean(SagaEngine.class).timeOut(NOW);

        assertThat(errands.phase("e1")).isEqualTo("COMPENSATING");
        assertThat(errands.phase("e2")).isEqualTo("COMPENSATING");
        assertThat(errands.phase("bad")).isEqualTo("RUNNING");
        assertThat(fixture.rows("SELECT id FROM messaging.saga WHERE due_at <= now()"))
                .isEmpty();
    }

    @Test
    void anAnswerThatMeansNothingDoesNotProlongATimeThatIsOver() {
        sagas.start("e", new Errand("e", ""));
        fixture.sql("UPDATE messaging.saga SET due_at = now() - interval '1 second'");

        errands.answer("e", new ThingEnded("e"));

        assertThat(errands.phase("e")).isEqualTo("RUNNING");
        assertThat(fixture.rows("SELECT id FROM messaging.saga WHERE due_at <= now()"))
                .containsExactly("e");
    }

    @Test
    void nothingIsTimedOutBeforeItsTime() {
        sagas.start("e", new Errand("e", ""));

        fixture.bean(SagaEngine.class).timeOut(NOW);

        assertThat(errands.phase("e")).isEqualTo("RUNNING");
    }

    /** Others may have answered meanwhile, and what it had to publish was not published. */
    @Test
    void aProcessThatStoodStillGivesTheOthersTheirTimeAnew() throws Exception {
        sagas.start("e", new Errand("e", ""));
        fixture.sql("UPDATE messaging.saga SET due_at = now() - interval '1 minute'");
        lead(fixture.bean(Relay.class));
        MovableClock clock = new MovableClock();
        SagaTimers timers = new SagaTimers(
                fixture.bean(SagaEngine.class),
                fixture.bean(Relay.class),
                fixture.bean(CaughtUp.class),
                clock,
                new SagaConfiguration(Duration.ofMinutes(5)));
        timers.runOnce();

        clock.forward(Duration.ofMinutes(6));
        timers.runOnce();
        for (int minute = 1; minute < 5; minute++) {
            clock.forward(Duration.ofMinutes(1));
            timers.runOnce();
        }
        assertThat(errands.phase("e")).isEqualTo("RUNNING");

        clock.forward(Duration.ofMinutes(1));
        timers.runOnce();
        assertThat(errands.phase("e")).isEqualTo("COMPENSATING");
    }

    /** Once its instance leads, and its stream ends as its database knows. */
    private static void turn(ApplicationContext instance) throws InterruptedException {
        lead(instance.getBean(Relay.class));
        instance.getBean(SagaTimers.class).runOnce();
    }

    private static void lead(Relay relay) throws InterruptedException {
        while (!relay.state().certain()) {
            relay.runOnce();
        }
    }

    /** Stands still unless it is moved. */
    private static final class MovableClock extends Clock {

        private Instant now = Instant.now();

        void forward(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}

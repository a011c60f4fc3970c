package io.millrace.chassis.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.annotation.Serdeable;
import io.millrace.chassis.ChassisFixture;
import io.millrace.chassis.ThingEnded;
import io.millrace.chassis.ThingHappened;
import io.millrace.chassis.business.saga.SagaPlan;
import io.millrace.chassis.outbox.Cause;
import io.millrace.chassis.relay.Relay;
import io.millrace.contracts.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SagasIT {

    /** What a saga of these tests knows. */
    @Serdeable
    record Errand(String id, String why) {}

    private static final SagaPlan<Errand, String> PLAN = SagaPlan.<Errand, String>of("errand", Errand.class)
            .step(
                    "there",
                    step -> step.asks(errand -> new ThingHappened(errand.id(), 1))
                            .goesOnWith(ThingHappened.class)
                            .failsAfter(Duration.ofHours(1), errand -> new Errand(errand.id(), "late"))
                            .isUndoneBy(errand -> new ThingHappened(errand.id(), -1), ThingEnded.class))
            .step(
                    "back",
                    step -> step.asks(errand -> new ThingHappened(errand.id(), 2))
                            .goesOnWith(ThingHappened.class)
                            .failsWith(ThingEnded.class, (errand, _) -> new Errand(errand.id(), "refused")))
            .whenDone(errand -> List.of(errand.id() + " done"))
            .whenUndone(errand -> List.of(errand.id() + " " + errand.why()));

    private static final SagaPlan<Errand, String> WALK = SagaPlan.<Errand, String>of("walk", Errand.class)
            .step(
                    "there",
                    step -> step.asks(errand -> new ThingHappened(errand.id(), 1))
                            .goesOnWith(ThingHappened.class)
                            .failsAfter(Duration.ofHours(1), errand -> errand))
            .afterwards(
                    ThingEnded.class,
                    "again",
                    step -> step.asks(errand -> new ThingHappened(errand.id(), 2))
                            .goesOnWith(ThingHappened.class),
                    _ -> List.of());

    /** All was heard that is there. */
    private static final Supplier<Optional<Instant>> NOW = () -> Optional.of(Instant.now());

    private final ChassisFixture fixture = new ChassisFixture();
    private final List<String> told = new ArrayList<>();
    private final Sagas<Errand, String> sagas = keep(fixture.bean(SagaEngine.class));

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void whatASagaAsksIsInTheStreamInOrder() {
        sagas.start("e", new Errand("e", ""));
        answer("e", new ThingHappened("e", 1));
        answer("e", new ThingHappened("e", 2));
        fixture.drain();

        assertThat(fixture.storedEvents()).containsExactly("e.happened 1", "e.happened 2");
        assertThat(told).containsExactly("e done");
        assertThat(phase("e")).isEqualTo("DONE");
    }

    @Test
    void itsRecordTellsEachStepWithItsEvents() {
        sagas.start("e", new Errand("e", ""));
        answer("e", new ThingHappened("e", 1));
        answer("e", new ThingEnded("e"));
        answer("e", new ThingEnded("e"));
        answer("e", new ThingEnded("e"));

        assertThat(fixture.rows("SELECT step || ' ' || what FROM messaging.saga_step ORDER BY number"))
                .containsExactly(
                        "there STARTED",
                        "there ASKED",
                        "there ANSWERED",
                        "back ASKED",
                        "back FAILED",
                        "there ASKED_TO_UNDO",
                        "there UNDONE",
                        "there ENDED_UNDONE",
                        "there IGNORED");
        assertThat(fixture.rows("SELECT event_id FROM messaging.saga_step WHERE what LIKE 'ASKED%' ORDER BY number"))
                .isEqualTo(fixture.rows("SELECT event_id FROM messaging.outbox ORDER BY id"));
        assertThat(told).containsExactly("e refused");
    }

    @Test
    void manyAnswersAtOnceAreTakenOneByOne() {
        List<String> ids = IntStream.range(0, 200).mapToObj(i -> "e" + i).toList();
        ids.forEach(id -> sagas.start(id, new Errand(id, "")));

        List<SagaAnswer> answers = new ArrayList<>();
        ids.forEach(id -> answers.add(new SagaAnswer(id, new ThingHappened(id, 1), Cause.current())));
        ids.forEach(id -> answers.add(new SagaAnswer(id, new ThingHappened(id, 2), Cause.current())));
        sagas.answered(answers);

        assertThat(told).hasSize(200);
        assertThat(fixture.rows("SELECT id FROM messaging.saga WHERE phase = 'DONE' AND version = 2"))
                .hasSize(200);
    }

    @Test
    void aTimerOutlivesTheInstanceThatSetIt() {
        sagas.start("e", new Errand("e", ""));
        fixture.sql("UPDATE messaging.saga SET due_at = now() - interval '1 second'");

        try (ApplicationContext successor = fixture.instance("second")) {
            SagaEngine engine = successor.getBean(SagaEngine.class);
            keep(engine);
            engine.timeOut(NOW);
        }

        assertThat(phase("e")).isEqualTo("COMPENSATING");
        answer("e", new ThingEnded("e"));
        assertThat(told).containsExactly("e late");
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
        assertThat(phase("late")).isEqualTo("RUNNING");
        assertThat(fixture.rows("SELECT asked FROM messaging.saga WHERE id = 'undone'"))
                .containsExactly("2");

        engine.timeOut(() -> Optional.of(Instant.now().minus(Duration.ofSeconds(30))));
        assertThat(phase("late")).isEqualTo("COMPENSATING");
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
            keep(patient.getBean(SagaEngine.class)).start("e", new Errand("e", ""));
            keep(other.getBean(SagaEngine.class));
            fixture.sql("UPDATE messaging.saga SET due_at = now() - interval '1 minute'");

            turn(patient);
            assertThat(phase("e")).isEqualTo("RUNNING");

            patient.close();
            turn(other);
            Awaitility.await().until(() -> phase("e").equals("COMPENSATING"));
        }
    }

    /** Once its instance leads, and its stream ends as its database knows. */
    private static void turn(ApplicationContext instance) throws InterruptedException {
        Relay relay = instance.getBean(Relay.class);
        while (!relay.state().certain()) {
            relay.runOnce();
        }
        instance.getBean(SagaTimers.class).runOnce();
    }

    @Test
    void aSagaThatEndedAtAStepWhichWasTakenOutCanBeReopened() {
        Sagas<Errand, String> walks = fixture.bean(SagaEngine.class).keep(WALK, commands -> {});
        walks.start("e", new Errand("e", ""));
        walks.answered(List.of(new SagaAnswer("e", new ThingHappened("e", 1), Cause.current())));
        fixture.sql("UPDATE messaging.saga SET step = 'taken out'");

        assertThat(walks.abort("e", errand -> errand)).isEqualTo(Abortion.TOO_LATE);
        walks.answered(List.of(new SagaAnswer("e", new ThingHappened("e", 2), Cause.current())));
        assertThat(phase("e")).isEqualTo("DONE");

        walks.answered(List.of(new SagaAnswer("e", new ThingEnded("e"), Cause.current())));
        assertThat(fixture.rows("SELECT phase || ' ' || step FROM messaging.saga"))
                .containsExactly("RUNNING again");
    }

    @Test
    void whatIsRememberedForLaterDoesNotProlongATimeThatIsOver() {
        Sagas<Errand, String> walks = fixture.bean(SagaEngine.class).keep(WALK, commands -> {});
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
        Sagas<Errand, String> walks = fixture.bean(SagaEngine.class).keep(WALK, commands -> {});
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
    void sagasOfTwoPlansMayHaveOneId() {
        Sagas<Errand, String> walks = fixture.bean(SagaEngine.class).keep(WALK, commands -> {});
        walks.start("e", new Errand("e", ""));
        sagas.start("e", new Errand("e", ""));
        SagaReports reports = fixture.bean(SagaReports.class);

        assertThat(reports.list(null, false, "", "", 1))
                .extracting(SagaView::type)
                .containsExactly("errand");
        assertThat(reports.list(null, false, "e", "errand", 1))
                .extracting(SagaView::type)
                .containsExactly("walk");
        assertThat(reports.find("e", "walk")).map(it -> it.saga().type()).contains("walk");
        assertThat(reports.find("e", null)).map(it -> it.saga().type()).contains("errand");
    }

    @Test
    void aQuestionThatIsAskedOnceIsStuckWhenItWaitsForLong() {
        sagas.start("new", new Errand("new", ""));
        sagas.start("old", new Errand("old", ""));
        fixture.sql("UPDATE messaging.saga SET updated_at = now() - interval '16 minutes' WHERE id = 'old'");

        assertThat(fixture.bean(SagaReports.class).list(null, true, "", "", 9))
                .extracting(SagaView::id)
                .containsExactly("old");
        assertThat(fixture.bean(SagaReports.class).list(null, false, "", "", 9))
                .extracting(SagaView::stuck)
                .containsExactly(false, true);
        assertThat(fixture.bean(SagaCounts.class).now().stuck()).isEqualTo(1);
    }

    @Test
    void aSagaThatFailsWhenItIsDueHoldsUpNoOther() {
        for (String id : List.of("e1", "bad", "e2")) {
            sagas.start(id, new Errand(id, ""));
        }
        fixture.sql("UPDATE messaging.saga SET due_at = now() - interval '1 second'");
        fixture.sql("UPDATE messaging.saga SET step = 'taken out' WHERE id = 'bad'");

        fixture.bean(SagaEngine.class).timeOut(NOW);

        assertThat(phase("e1")).isEqualTo("COMPENSATING");
        assertThat(phase("e2")).isEqualTo("COMPENSATING");
        assertThat(phase("bad")).isEqualTo("RUNNING");
        assertThat(fixture.rows("SELECT id FROM messaging.saga WHERE due_at <= now()"))
                .isEmpty();
    }

    @Test
    void anAnswerThatMeansNothingDoesNotProlongATimeThatIsOver() {
        sagas.start("e", new Errand("e", ""));
        fixture.sql("UPDATE messaging.saga SET due_at = now() - interval '1 second'");

        answer("e", new ThingEnded("e"));

        assertThat(phase("e")).isEqualTo("RUNNING");
        assertThat(fixture.rows("SELECT id FROM messaging.saga WHERE due_at <= now()"))
                .containsExactly("e");
    }

    @Test
    void aSagaThatIsHeldSaysWhetherItCanBeAborted() {
        sagas.start("e", new Errand("e", ""));
        assertThat(sagas.hold("e")).isTrue();

        sagas.abort("e", errand -> errand);

        assertThat(sagas.hold("e")).isFalse();
        assertThat(sagas.hold("nobody")).isFalse();
    }

    @Test
    void nothingIsTimedOutBeforeItsTime() {
        sagas.start("e", new Errand("e", ""));

        fixture.bean(SagaEngine.class).timeOut(NOW);

        assertThat(phase("e")).isEqualTo("RUNNING");
    }

    @Test
    void whatFailsInTheServiceItselfIsAsIfNothingHadBeenAnswered() {
        Sagas<Errand, String> failing = fixture.bean(SagaEngine.class).keep(PLAN, commands -> {
            throw new IllegalStateException("not now");
        });
        failing.start("e", new Errand("e", ""));
        failing.answered(List.of(new SagaAnswer("e", new ThingHappened("e", 1), Cause.current())));

        assertThatThrownBy(() ->
                        failing.answered(List.of(new SagaAnswer("e", new ThingHappened("e", 2), Cause.current()))))
                .hasMessage("not now");

        assertThat(phase("e")).isEqualTo("RUNNING");
        assertThat(fixture.rows("SELECT id FROM messaging.outbox")).hasSize(2);
    }

    @Test
    void aSagaIsBegunOnce() {
        sagas.start("e", new Errand("e", ""));

        assertThatThrownBy(() -> sagas.start("e", new Errand("e", ""))).hasMessage("there is a saga errand e already");

        assertThat(fixture.rows("SELECT id FROM messaging.outbox")).hasSize(1);
    }

    @Test
    void anAnswerForASagaThatNobodyBeganChangesNothing() {
        answer("nobody", new ThingHappened("nobody", 1));

        assertThat(fixture.rows("SELECT id FROM messaging.saga_step")).isEmpty();
        assertThat(fixture.rows("SELECT id FROM messaging.outbox")).isEmpty();
    }

    @Test
    void sagasAreAbortedAsFarAsTheyHaveCome() {
        sagas.start("e", new Errand("e", ""));

        assertThat(sagas.abort("e", errand -> new Errand(errand.id(), "unwanted")))
                .isEqualTo(Abortion.BEGUN);
        assertThat(sagas.abort("e", errand -> errand)).isEqualTo(Abortion.BEFORE);
        assertThat(sagas.abort("nobody", errand -> errand)).isEqualTo(Abortion.UNKNOWN);

        answer("e", new ThingEnded("e"));
        assertThat(told).containsExactly("e unwanted");
    }

    private Sagas<Errand, String> keep(SagaEngine engine) {
        return engine.keep(PLAN, commands -> commands.forEach(one -> told.add(one.command())));
    }

    private void answer(String id, Event event) {
        sagas.answered(List.of(new SagaAnswer(id, event, Cause.current())));
    }

    private String phase(String id) {
        return fixture.rows("SELECT phase FROM messaging.saga WHERE id = '" + id + "'")
                .getFirst();
    }
}

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
import io.millrace.contracts.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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
            engine.timeOut();
        }

        assertThat(phase("e")).isEqualTo("COMPENSATING");
        answer("e", new ThingEnded("e"));
        assertThat(told).containsExactly("e late");
    }

    @Test
    void aSagaThatFailsWhenItIsDueHoldsUpNoOther() {
        for (String id : List.of("e1", "bad", "e2")) {
            sagas.start(id, new Errand(id, ""));
        }
        fixture.sql("UPDATE messaging.saga SET due_at = now() - interval '1 second'");
        fixture.sql("UPDATE messaging.saga SET step = 'taken out' WHERE id = 'bad'");

        fixture.bean(SagaEngine.class).timeOut();

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

        fixture.bean(SagaEngine.class).timeOut();

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

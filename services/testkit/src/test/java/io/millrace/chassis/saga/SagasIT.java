package io.millrace.chassis.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.chassis.ChassisFixture;
import io.millrace.chassis.ThingEnded;
import io.millrace.chassis.ThingHappened;
import io.millrace.chassis.outbox.Cause;
import io.millrace.chassis.saga.Errands.Errand;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SagasIT {

    private final ChassisFixture fixture = new ChassisFixture();
    private final Errands errands = new Errands(fixture);
    private final Sagas<Errand, String> sagas = errands.sagas();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void whatASagaAsksIsInTheStreamInOrder() {
        sagas.start("e", new Errand("e", ""));
        errands.answer("e", new ThingHappened("e", 1));
        errands.answer("e", new ThingHappened("e", 2));
        fixture.drain();

        assertThat(fixture.storedEvents()).containsExactly("e.happened 1", "e.happened 2");
        assertThat(errands.told()).containsExactly("e done");
        assertThat(errands.phase("e")).isEqualTo("DONE");
    }

    @Test
    void itsRecordTellsEachStepWithItsEvents() {
        sagas.start("e", new Errand("e", ""));
        errands.answer("e", new ThingHappened("e", 1));
        errands.answer("e", new ThingEnded("e"));
        errands.answer("e", new ThingEnded("e"));
        errands.answer("e", new ThingEnded("e"));

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
        assertThat(errands.told()).containsExactly("e refused");
    }

    @Test
    void manyAnswersAtOnceAreTakenOneByOne() {
        List<String> ids = IntStream.range(0, 200).mapToObj(i -> "e" + i).toList();
        ids.forEach(id -> sagas.start(id, new Errand(id, "")));

        List<SagaAnswer> answers = new ArrayList<>();
        ids.forEach(id -> answers.add(new SagaAnswer(id, new ThingHappened(id, 1), Cause.current())));
        ids.forEach(id -> answers.add(new SagaAnswer(id, new ThingHappened(id, 2), Cause.current())));
        sagas.answered(answers);

        assertThat(errands.told()).hasSize(200);
        assertThat(fixture.rows("SELECT id FROM messaging.saga WHERE phase = 'DONE' AND version = 2"))
                .hasSize(200);
    }

    @Test
    void aSagaThatEndedAtAStepWhichWasTakenOutCanBeReopened() {
        Sagas<Errand, String> walks = errands.walks();
        walks.start("e", new Errand("e", ""));
        walks.answered(List.of(new SagaAnswer("e", new ThingHappened("e", 1), Cause.current())));
        fixture.sql("UPDATE messaging.saga SET step = 'taken out'");

        assertThat(walks.abort("e", errand -> errand)).isEqualTo(Abortion.TOO_LATE);
        walks.answered(List.of(new SagaAnswer("e", new ThingHappened("e", 2), Cause.current())));
        assertThat(errands.phase("e")).isEqualTo("DONE");

        walks.answered(List.of(new SagaAnswer("e", new ThingEnded("e"), Cause.current())));
        assertThat(fixture.rows("SELECT phase || ' ' || step FROM messaging.saga"))
                .containsExactly("RUNNING again");
    }

    @Test
    void sagasOfTwoPlansMayHaveOneId() {
        Sagas<Errand, String> walks = errands.walks();
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
    void aSagaThatIsHeldSaysWhetherItCanBeAborted() {
        sagas.start("e", new Errand("e", ""));
        assertThat(sagas.hold("e")).isTrue();

        sagas.abort("e", errand -> errand);

        assertThat(sagas.hold("e")).isFalse();
        assertThat(sagas.hold("nobody")).isFalse();
    }

    @Test
    void whatFailsInTheServiceItselfIsAsIfNothingHadBeenAnswered() {
        Sagas<Errand, String> failing = fixture.bean(SagaEngine.class).keep(Errands.PLAN, commands -> {
            throw new IllegalStateException("not now");
        });
        failing.start("e", new Errand("e", ""));
        failing.answered(List.of(new SagaAnswer("e", new ThingHappened("e", 1), Cause.current())));

        assertThatThrownBy(() ->
                        failing.answered(List.of(new SagaAnswer("e", new ThingHappened("e", 2), Cause.current()))))
                .hasMessage("not now");

        assertThat(errands.phase("e")).isEqualTo("RUNNING");
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
        errands.answer("nobody", new ThingHappened("nobody", 1));

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

        errands.answer("e", new ThingEnded("e"));
        assertThat(errands.told()).containsExactly("e unwanted");
    }
}

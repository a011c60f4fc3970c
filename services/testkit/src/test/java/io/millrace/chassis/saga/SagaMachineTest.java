package io.millrace.chassis.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.chassis.business.saga.Note;
import io.millrace.chassis.business.saga.Phase;
import io.millrace.chassis.business.saga.Progress;
import io.millrace.chassis.business.saga.SagaMachine;
import io.millrace.chassis.business.saga.SagaPlan;
import io.millrace.chassis.business.saga.Turn;
import io.millrace.chassis.saga.Trip.Asked;
import io.millrace.chassis.saga.Trip.Booked;
import io.millrace.chassis.saga.Trip.Full;
import io.millrace.chassis.saga.Trip.Gone;
import io.millrace.chassis.saga.Trip.Refunded;
import io.millrace.chassis.saga.Trip.Released;
import io.millrace.chassis.saga.Trip.Returned;
import io.millrace.chassis.saga.Trip.State;
import io.millrace.contracts.Event;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A trip: a seat and a bed are booked, tickets are printed, the traveller leaves. */
class SagaMachineTest {

    private final SagaMachine<State, String> machine = new SagaMachine<>(Trip.PLAN);
    private Turn<State, String> turn = machine.start(new State("t", ""));

    @Test
    void asksOneStepAfterTheOther() {
        assertThat(turn.requests()).containsExactly(new Asked("seat"));
        assertThat(turn.patience()).contains(Duration.ofMinutes(1));

        answer(new Booked("seat"));
        assertThat(turn.requests()).containsExactly(new Asked("bed"));

        answer(new Booked("bed"));
        assertThat(turn.commands()).containsExactly("print tickets of t");
        assertThat(turn.requests()).isEmpty();
        assertThat(turn.patience()).isEmpty();

        answer(new Gone());
        assertThat(turn.after().phase()).isEqualTo(Phase.DONE);
        assertThat(turn.commands()).containsExactly("done");
    }

    @Test
    void aStepThatFailsUndoesThoseBeforeItAndNotItself() {
        answer(new Booked("seat"));
        answer(new Full("no bed is free"));

        assertThat(turn.requests()).containsExactly(new Asked("no seat"));
        assertThat(turn.after().phase()).isEqualTo(Phase.COMPENSATING);

        answer(new Released("seat"));
        assertThat(turn.after().phase()).isEqualTo(Phase.UNDONE);
        assertThat(turn.commands()).containsExactly("undone: no bed is free");
    }

    @Test
    void whatFailsAtTheFirstStepIsOverAtOnce() {
        answer(new Full("no seat is free"));

        assertThat(turn.after().phase()).isEqualTo(Phase.UNDONE);
        assertThat(turn.requests()).isEmpty();
    }

    @Test
    void aStepThatIsLateIsUndoneItself() {
        answer(new Booked("seat"));
        turn = machine.late(turn.after());

        assertThat(turn.requests()).containsExactly(new Asked("no bed"));

        answer(new Released("bed"));
        assertThat(turn.requests()).containsExactly(new Asked("no seat"));

        answer(new Released("seat"));
        assertThat(turn.commands()).containsExactly("undone: late");
    }

    @Test
    void undoingIsAskedForUntilItIsAnswered() {
        turn = machine.late(turn.after());
        assertThat(turn.patience()).contains(Duration.ofSeconds(30));

        turn = machine.late(turn.after());
        assertThat(turn.requests()).containsExactly(new Asked("no seat"));
        assertThat(turn.after().asked()).isEqualTo(2);
        assertThat(turn.patience()).contains(Duration.ofSeconds(60));

        for (int i = 0; i < 30; i++) {
            turn = machine.late(turn.after());
        }
        assertThat(turn.patience()).contains(Duration.ofMinutes(10));
    }

    @Test
    void anAnswerThatComesAfterItsTimeOutChangesNothing() {
        turn = machine.late(turn.after());
        Progress<State> before = turn.after();

        answer(new Booked("seat"));

        assertThat(turn.wasIgnored()).isTrue();
        assertThat(turn.after()).isEqualTo(before);
        assertThat(turn.requests()).isEmpty();
    }

    @Test
    void anAnswerForASagaThatEndedChangesNothing() {
        answer(new Full("no seat is free"));

        answer(new Booked("seat"));
        assertThat(turn.notes()).containsExactly(new Note("seat", Note.What.IGNORED, Optional.of(new Booked("seat"))));

        answer(new Released("seat"));
        assertThat(turn.wasIgnored()).isTrue();
    }

    @Test
    void aSagaThatIsAbortedUndoesThePresentStepToo() {
        answer(new Booked("seat"));
        turn = machine.abort(turn.after(), state -> new State(state.id(), "not wanted"));

        assertThat(turn.requests()).containsExactly(new Asked("no bed"));
    }

    @Test
    void abortingTwiceDoesNothingTheSecondTime() {
        turn = machine.abort(turn.after(), state -> new State(state.id(), "first"));
        turn = machine.abort(turn.after(), state -> new State(state.id(), "second"));

        assertThat(turn.wasIgnored()).isTrue();
        assertThat(turn.after().state().why()).isEqualTo("first");
    }

    @Test
    void whatCannotBeUndoneGoesOnInstead() {
        answer(new Booked("seat"));
        answer(new Booked("bed"));
        turn = machine.abort(turn.after(), state -> new State(state.id(), "too late"));
        assertThat(turn.requests()).containsExactly(new Asked("stay here"));

        answer(new Refunded(false));

        assertThat(turn.after().phase()).isEqualTo(Phase.DONE);
        assertThat(turn.after().state().why()).isEmpty();
        assertThat(turn.commands()).containsExactly("done");
    }

    @Test
    void somethingCanComeAfterwards() {
        for (Event event : List.of(new Booked("seat"), new Booked("bed"), new Gone())) {
            answer(event);
        }

        answer(new Returned());
        assertThat(turn.requests()).containsExactly(new Asked("refund"));
        assertThat(turn.patience()).contains(Duration.ofSeconds(30));

        turn = machine.late(turn.after());
        assertThat(turn.requests()).containsExactly(new Asked("refund"));

        answer(new Refunded(true));
        assertThat(turn.after().phase()).isEqualTo(Phase.DONE);
        assertThat(turn.commands()).containsExactly("refunded");
    }

    @Test
    void whatComesAfterwardsIsNoReasonToUndoWhatWasDone() {
        for (Event event : List.of(new Booked("seat"), new Booked("bed"), new Gone(), new Returned())) {
            answer(event);
        }

        turn = machine.abort(turn.after(), state -> new State(state.id(), "not wanted"));

        assertThat(turn.wasIgnored()).isTrue();
        assertThat(turn.after().phase()).isEqualTo(Phase.RUNNING);
        answer(new Refunded(true));
        assertThat(turn.after().phase()).isEqualTo(Phase.DONE);
    }

    @Test
    void whatReopensASagaThatIsNotDoneYetIsTakenUpWhenItIs() {
        for (Event event : List.of(new Booked("seat"), new Booked("bed"))) {
            answer(event);
        }
        answer(new Returned());
        assertThat(turn.notes()).extracting(Note::what).containsExactly(Note.What.REMEMBERED);
        assertThat(turn.requests()).isEmpty();

        answer(new Gone());
        assertThat(turn.requests()).containsExactly(new Asked("refund"));

        answer(new Returned());
        answer(new Refunded(true));
        assertThat(turn.requests()).containsExactly(new Asked("refund"));
        answer(new Refunded(true));
        assertThat(turn.after().phase()).isEqualTo(Phase.DONE);
        assertThat(turn.after().pending()).isEmpty();
    }

    @Test
    void anEventMayMeanOneThingWhileAStepIsAskedForAndAnotherWhileItIsUndone() {
        SagaMachine<State, String> twice = new SagaMachine<>(SagaPlan.<State, String>of("twice", State.class)
                .step(
                        "seat",
                        step -> step.asks(_ -> new Asked("seat"))
                                .goesOnWith(Booked.class)
                                .failsWith(Released.class, (state, _) -> state.because("given up"))
                                .isUndoneBy(_ -> new Asked("no seat"), Released.class))
                .whenUndone(state -> List.of("undone: " + state.why())));
        Turn<State, String> asked = twice.start(new State("t", ""));

        assertThat(twice.answered(asked.after(), new Released("seat")).commands())
                .containsExactly("undone: given up");
        Turn<State, String> aborted = twice.abort(asked.after(), state -> state.because("aborted"));
        assertThat(twice.answered(aborted.after(), new Released("seat")).commands())
                .containsExactly("undone: aborted");
    }

    @Test
    void aPlanThatCannotWorkIsRefused() {
        assertThatThrownBy(() -> SagaPlan.<State, String>of("torn", State.class)
                        .step(
                                "seat",
                                step -> step.goesOnWith(Booked.class).failsWith(Booked.class, (state, _) -> state)))
                .hasMessageContaining("two meanings for Booked");
        assertThatThrownBy(() -> new SagaMachine<>(SagaPlan.<State, String>of("empty", State.class)))
                .hasMessage("saga empty has no steps");
        assertThatThrownBy(() -> new SagaMachine<>(SagaPlan.<State, String>of("blind", State.class)
                        .step("seat", step -> step.failsWith(Full.class, (state, full) -> state))))
                .hasMessage("step seat of saga blind can fail, but says no answer that goes on");
    }

    private void answer(Event event) {
        turn = machine.answered(turn.after(), event);
    }
}

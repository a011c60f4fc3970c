package io.millrace.chassis.business.saga;

import io.millrace.contracts.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What a saga does about what happens to it. A pure function of its plan and its progress: whoever calls it writes down
 * what comes out.
 */
public final class SagaMachine<S, C> {

    /** How long an answer may take before it is asked for again; twice as long each time, up to {@link #LONGEST}. */
    public static final Duration ASK_AGAIN = Duration.ofSeconds(30);

    /** The longest time between two questions. */
    public static final Duration LONGEST = Duration.ofMinutes(10);

    private final SagaPlan<S, C> plan;

    public SagaMachine(SagaPlan<S, C> plan) {
        plan.check();
        this.plan = plan;
    }

    /** The first step is asked for. */
    public Turn<S, C> start(S state) {
        Writing turn = new Writing(new Progress<>(Phase.RUNNING, 0, 0, state, List.of()));
        turn.note(Note.What.STARTED);
        turn.enter(0);
        return turn.end();
    }

    /** Somebody answered, or nobody asked. */
    public Turn<S, C> answered(Progress<S> progress, Event event) {
        Writing turn = new Writing(progress);
        Integer reopened = plan.reopenings.get(event.getClass());
        Optional<Answer<S>> answer = turn.step().answer(event, progress.phase());
        if (progress.phase() == Phase.DONE && reopened != null) {
            turn.reopen(reopened, event);
        } else if (answer.isPresent()) {
            turn.take(answer.get(), event);
        } else if (reopened != null && progress.phase() != Phase.UNDONE) {
            turn.remember(reopened, event);
        } else {
            turn.note(Note.What.IGNORED, event);
        }
        return turn.end();
    }

    /** The patience is at an end. */
    public Turn<S, C> late(Progress<S> progress) {
        Writing turn = new Writing(progress);
        SagaStep<S, C> step = turn.step();
        switch (progress.phase()) {
            case RUNNING -> {
                if (step.limit.isPresent()) {
                    turn.learn(step.whenLate);
                    turn.note(Note.What.TIMED_OUT);
                    turn.compensate(progress.step());
                } else {
                    turn.askAgain(step.request, Note.What.ASKED);
                }
            }
            case COMPENSATING -> turn.askAgain(step.undo, Note.What.ASKED_TO_UNDO);
            case DONE, UNDONE -> turn.note(Note.What.IGNORED);
        }
        return turn.end();
    }

    /**
     * It is not wanted any more: what was done is undone, the present step included. Changes nothing unless the saga is
     * {@link Phase#RUNNING}, and not at what came after it was done.
     */
    public Turn<S, C> abort(Progress<S> progress, UnaryOperator<S> learn) {
        Writing turn = new Writing(progress);
        if (progress.phase() == Phase.RUNNING && !plan.isAfterwards(progress.step())) {
            turn.learn(learn);
            turn.note(Note.What.ABORTED);
            turn.compensate(progress.step());
        } else {
            turn.note(Note.What.IGNORED);
        }
        return turn.end();
    }

    /** A turn while it is being made. */
    private final class Writing {

        private Progress<S> progress;
        private final List<Event> requests = new ArrayList<>();
        private final List<C> commands = new ArrayList<>();
        private final List<Note> notes = new ArrayList<>();

        Writing(Progress<S> progress) {
            this.progress = progress;
        }

        SagaStep<S, C> step() {
            return plan.steps.get(progress.step());
        }

        void take(Answer<S> answer, Event event) {
            progress = progress.with(answer.learn().apply(progress.state(), event));
            switch (answer.meaning()) {
                case GOES_ON -> {
                    note(Note.What.ANSWERED, event);
                    goOn();
                }
                case CANNOT_BE_UNDONE -> {
                    note(Note.What.CANNOT_BE_UNDONE, event);
                    goOn();
                }
                case FAILS -> {
                    note(Note.What.FAILED, event);
                    compensate(progress.step() - 1);
                }
                case UNDONE -> {
                    note(Note.What.UNDONE, event);
                    compensate(progress.step() - 1);
                }
            }
        }

        void reopen(int index, Event event) {
            move(Phase.RUNNING, index);
            note(Note.What.REOPENED, event);
            enter(index);
        }

        void remember(int index, Event event) {
            progress = progress.remembering(index);
            note(Note.What.REMEMBERED, event);
        }

        void learn(UnaryOperator<S> learn) {
            progress = progress.with(learn.apply(progress.state()));
        }

        /** Reaches a step, and passes through those that wait for nobody. */
        void enter(int index) {
            move(Phase.RUNNING, index);
            for (var command : step().commands) {
                commands.add(command.apply(progress.state()));
                note(Note.What.TOLD);
            }
            step().request.ifPresent(request -> ask(request.apply(progress.state()), Note.What.ASKED));
            if (!step().waitsForAnAnswer()) {
                goOn();
            }
        }

        void goOn() {
            int index = progress.step();
            if (plan.endsWith(index)) {
                commands.addAll(plan.whenDoneWith(index, progress.state()));
                done(index);
            } else {
                enter(index + 1);
            }
        }

        private void done(int index) {
            move(Phase.DONE, index);
            note(Note.What.ENDED_DONE);
            if (!progress.pending().isEmpty()) {
                int next = progress.pending().getFirst();
                progress = progress.withoutFirstPending();
                enter(next);
            }
        }

        /**
         * Undoes a step, or passes on to the one before where there is nothing to undo. What came after the saga was done
         * is undone by itself: the saga stays done.
         */
        void compensate(int from) {
            int lowest = plan.isAfterwards(progress.step()) ? progress.step() : 0;
            int index = from;
            while (index >= lowest && plan.steps.get(index).undo.isEmpty()) {
                index--;
            }
            if (index < lowest && lowest > 0) {
                done(lowest);
            } else if (index < lowest) {
                move(Phase.UNDONE, 0);
                commands.addAll(plan.whenUndone.apply(progress.state()));
                note(Note.What.ENDED_UNDONE);
            } else {
                move(Phase.COMPENSATING, index);
                step().undo.ifPresent(undo -> ask(undo.apply(progress.state()), Note.What.ASKED_TO_UNDO));
            }
        }

        void askAgain(Optional<? extends Function<S, ? extends Event>> question, Note.What what) {
            question.ifPresentOrElse(asks -> ask(asks.apply(progress.state()), what), () -> note(Note.What.IGNORED));
        }

        void note(Note.What what) {
            notes.add(new Note(step().name, what, Optional.empty()));
        }

        void note(Note.What what, Event event) {
            notes.add(new Note(step().name, what, Optional.of(event)));
        }

        Turn<S, C> end() {
            return new Turn<>(progress, requests, commands, patience(), notes);
        }

        private void ask(Event question, Note.What what) {
            requests.add(question);
            progress = progress.askedOnceMore();
            note(what, question);
        }

        private void move(Phase phase, int index) {
            progress = progress.at(phase, index);
        }

        private Optional<Duration> patience() {
            if (progress.phase().isOver()) {
                return Optional.empty();
            }
            if (progress.phase() == Phase.RUNNING && step().limit.isPresent()) {
                return step().limit;
            }
            return progress.asked() == 0 ? Optional.empty() : Optional.of(untilAskedAgain(progress.asked()));
        }
    }

    private static Duration untilAskedAgain(int asked) {
        Duration doubled = ASK_AGAIN.multipliedBy(1L << Math.min(asked - 1, 20));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }
}

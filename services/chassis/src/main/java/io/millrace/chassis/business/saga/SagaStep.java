package io.millrace.chassis.business.saga;

import io.millrace.contracts.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * One step of a saga, as its plan says it.
 *
 * <p>An event may mean one thing while the step is asked for, and another while it is undone.
 *
 * <p>A step that asks for something and says no time limit is asked again until it is answered. A step that waits for no
 * event is over as soon as it is reached.
 *
 * @param <S> what the saga knows
 * @param <C> what the service itself can be told
 */
public final class SagaStep<S, C> {

    final String name;
    final Map<Class<? extends Event>, List<Answer<S>>> answers = new HashMap<>();
    final List<Function<S, C>> commands = new ArrayList<>();
    Optional<Function<S, ? extends Event>> request = Optional.empty();
    Optional<Function<S, ? extends Event>> undo = Optional.empty();
    Optional<Duration> limit = Optional.empty();
    UnaryOperator<S> whenLate = UnaryOperator.identity();

    SagaStep(String name) {
        this.name = name;
    }

    /** What others are asked, as an event of this service. */
    public SagaStep<S, C> asks(Function<S, ? extends Event> event) {
        request = Optional.of(event);
        return this;
    }

    /** What the service itself is told when the step is reached. */
    public SagaStep<S, C> tells(Function<S, C> command) {
        commands.add(command);
        return this;
    }

    /** The answer that the next step waits for. */
    public <E extends Event> SagaStep<S, C> goesOnWith(Class<E> event) {
        return answer(Answer.Meaning.GOES_ON, event, (state, _) -> state);
    }

    /** The answer that says no: this step has left nothing behind, those before it are undone. */
    public <E extends Event> SagaStep<S, C> failsWith(Class<E> event, BiFunction<S, E, S> learn) {
        return answer(Answer.Meaning.FAILS, event, learn);
    }

    /** Without an answer by then the step is given up. Nobody knows what it did, so it is undone as well. */
    public SagaStep<S, C> failsAfter(Duration time, UnaryOperator<S> learn) {
        limit = Optional.of(time);
        whenLate = learn;
        return this;
    }

    /** What undoes the step, and the answer that says that it is undone. Asked again until it is answered. */
    public <E extends Event> SagaStep<S, C> isUndoneBy(Function<S, ? extends Event> event, Class<E> undone) {
        undo = Optional.of(event);
        return answer(Answer.Meaning.UNDONE, undone, (state, _) -> state);
    }

    /** One more answer that says that the step is undone. */
    public <E extends Event> SagaStep<S, C> orBy(Class<E> undone) {
        return answer(Answer.Meaning.UNDONE, undone, (state, _) -> state);
    }

    /** The answer that says that the step cannot be undone any more: the saga goes on as if it had never been aborted. */
    public <E extends Event> SagaStep<S, C> cannotBeUndoneOnce(Class<E> event, BiFunction<S, E, S> learn) {
        return answer(Answer.Meaning.CANNOT_BE_UNDONE, event, learn);
    }

    private <E extends Event> SagaStep<S, C> answer(Answer.Meaning meaning, Class<E> event, BiFunction<S, E, S> learn) {
        List<Answer<S>> known = answers.computeIfAbsent(event, _ -> new ArrayList<>());
        if (known.stream().anyMatch(answer -> answer.meaning().countsWhen(meaning))) {
            throw new IllegalArgumentException("step " + name + " has two meanings for " + event.getSimpleName());
        }
        known.add(Answer.of(meaning, event, learn));
        return this;
    }

    /** What an event means while the saga is at this step in that phase, if anything. */
    Optional<Answer<S>> answer(Event event, Phase phase) {
        return answers.getOrDefault(event.getClass(), List.of()).stream()
                .filter(answer -> answer.meaning().countsIn(phase))
                .findFirst();
    }

    private boolean has(Answer.Meaning meaning) {
        return answers.values().stream().flatMap(List::stream).anyMatch(answer -> answer.meaning() == meaning);
    }

    void check(String saga) {
        boolean canFail = limit.isPresent() || has(Answer.Meaning.FAILS);
        if (canFail && !waitsForAnAnswer()) {
            throw new IllegalArgumentException(
                    "step " + name + " of saga " + saga + " can fail, but says no answer that goes on");
        }
    }

    boolean waitsForAnAnswer() {
        return has(Answer.Meaning.GOES_ON);
    }
}

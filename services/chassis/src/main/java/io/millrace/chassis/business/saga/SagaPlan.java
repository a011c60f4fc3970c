package io.millrace.chassis.business.saga;

import io.millrace.contracts.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A saga: a business transaction over several services, as a line of steps, each with its answers, its time limit and
 * what undoes it.
 *
 * <p>Guarantees, together with the engine that keeps it: a step is asked for when the one before it is answered, and not
 * earlier. When one fails, is late, or the saga is aborted, what was done is undone in reverse order, and each undoing is
 * asked for again until it is answered. An answer that nobody waits for changes nothing and is written down.
 *
 * <p>See Hector Garcia-Molina and Kenneth Salem, "Sagas", SIGMOD 1987; the asking and answering by events is the
 * orchestration of Chris Richardson, Microservices Patterns, section 4.2.2.
 *
 * @param <S> what a saga knows: a record that goes through JSON
 * @param <C> what the service itself can be told
 */
public final class SagaPlan<S, C> {

    final List<SagaStep<S, C>> steps = new ArrayList<>();
    final Map<Class<? extends Event>, Integer> reopenings = new HashMap<>();
    Function<S, List<C>> whenDone = _ -> List.of();
    Function<S, List<C>> whenUndone = _ -> List.of();
    private final Map<Integer, Function<S, List<C>>> whenDoneAfterwards = new HashMap<>();
    private final String name;
    private final Class<S> state;
    private int lastOfTheLine = -1;

    private SagaPlan(String name, Class<S> state) {
        this.name = name;
        this.state = state;
    }

    /** @param name what people call such sagas, for example {@code fulfilment} */
    public static <S, C> SagaPlan<S, C> of(String name, Class<S> state) {
        return new SagaPlan<>(name, state);
    }

    /** The next step of the line. */
    public SagaPlan<S, C> step(String stepName, Consumer<SagaStep<S, C>> says) {
        if (!reopenings.isEmpty()) {
            throw new IllegalStateException("the line of steps comes before what can happen afterwards");
        }
        add(stepName, says);
        lastOfTheLine = steps.size() - 1;
        return this;
    }

    /** What the service is told when all steps are answered. */
    public SagaPlan<S, C> whenDone(Function<S, List<C>> commands) {
        whenDone = commands;
        return this;
    }

    /** What the service is told when everything is undone. */
    public SagaPlan<S, C> whenUndone(Function<S, List<C>> commands) {
        whenUndone = commands;
        return this;
    }

    /**
     * What is still to be done when an event comes after the saga was done.
     *
     * @param commands what the service is told when that step is answered
     */
    public SagaPlan<S, C> afterwards(
            Class<? extends Event> event,
            String stepName,
            Consumer<SagaStep<S, C>> says,
            Function<S, List<C>> commands) {
        add(stepName, says);
        if (reopenings.put(event, steps.size() - 1) != null) {
            throw new IllegalArgumentException(
                    "saga " + name + " is reopened by " + event.getSimpleName() + " in two ways");
        }
        whenDoneAfterwards.put(steps.size() - 1, commands);
        return this;
    }

    public String name() {
        return name;
    }

    public Class<S> state() {
        return state;
    }

    /** The name of a step. */
    public String nameOf(int step) {
        return steps.get(step).name;
    }

    /**
     * The step of a name.
     *
     * @throws IllegalStateException there is none: a saga of an older plan stands at a step that was taken out
     */
    public int indexOf(String step) {
        for (int index = 0; index < steps.size(); index++) {
            if (nameOf(index).equals(step)) {
                return index;
            }
        }
        throw new IllegalStateException("saga " + name + " has no step '" + step + "' any more");
    }

    /**
     * The step at which a saga ended. Where that was taken out since, the one at which such a saga ends now: what comes afterwards
     * does not depend on it.
     */
    public int indexOfEnd(String step, Phase phase) {
        return steps.stream().anyMatch(there -> there.name.equals(step))
                ? indexOf(step)
                : phase == Phase.UNDONE ? 0 : lastOfTheLine;
    }

    /** The names of those steps that fail when nobody answers in time. */
    public Set<String> limited() {
        return steps.stream()
                .filter(step -> step.limit.isPresent())
                .map(step -> step.name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a step is no part of the line, but what can come after it. */
    public boolean isAfterwards(int step) {
        return step > lastOfTheLine;
    }

    boolean endsWith(int step) {
        return step >= lastOfTheLine;
    }

    void check() {
        if (lastOfTheLine < 0) {
            throw new IllegalArgumentException("saga " + name + " has no steps");
        }
        steps.forEach(step -> step.check(name));
    }

    List<C> whenDoneWith(int step, S state) {
        return whenDoneAfterwards.getOrDefault(step, whenDone).apply(state);
    }

    private void add(String stepName, Consumer<SagaStep<S, C>> says) {
        if (steps.stream().anyMatch(step -> step.name.equals(stepName))) {
            throw new IllegalArgumentException("saga " + name + " has two steps called " + stepName);
        }
        SagaStep<S, C> step = new SagaStep<>(stepName);
        says.accept(step);
        steps.add(step);
    }
}

package io.millrace.chassis.saga;

import io.micronaut.serde.annotation.Serdeable;
import io.millrace.chassis.business.saga.SagaPlan;
import io.millrace.contracts.Event;
import java.time.Duration;
import java.util.List;

/** A plan with everything that plans can say. */
final class Trip {

    /** Asks somebody for something. */
    record Asked(String what) implements Event {}

    record Booked(String what) implements Event {}

    record Full(String why) implements Event {}

    record Released(String what) implements Event {}

    record Gone() implements Event {}

    record Returned() implements Event {}

    record Refunded(boolean all) implements Event {}

    /** What a trip knows. */
    @Serdeable
    record State(String id, String why) {

        State because(String reason) {
            return new State(id, reason);
        }
    }

    static final SagaPlan<State, String> PLAN = SagaPlan.<State, String>of("trip", State.class)
            .step(
                    "seat",
                    step -> step.asks(_ -> new Asked("seat"))
                            .goesOnWith(Booked.class)
                            .failsWith(Full.class, (state, full) -> state.because(full.why()))
                            .failsAfter(Duration.ofMinutes(1), state -> state.because("late"))
                            .isUndoneBy(_ -> new Asked("no seat"), Released.class))
            .step(
                    "bed",
                    step -> step.asks(_ -> new Asked("bed"))
                            .goesOnWith(Booked.class)
                            .failsWith(Full.class, (state, full) -> state.because(full.why()))
                            .failsAfter(Duration.ofMinutes(5), state -> state.because("late"))
                            .isUndoneBy(_ -> new Asked("no bed"), Released.class))
            .step("tickets", step -> step.tells(state -> "print tickets of " + state.id()))
            .step(
                    "journey",
                    step -> step.goesOnWith(Gone.class)
                            .isUndoneBy(_ -> new Asked("stay here"), Released.class)
                            .cannotBeUndoneOnce(Refunded.class, (state, _) -> state.because("")))
            .whenDone(_ -> List.of("done"))
            .whenUndone(state -> List.of("undone: " + state.why()))
            .afterwards(
                    Returned.class,
                    "refund",
                    step -> step.asks(_ -> new Asked("refund")).goesOnWith(Refunded.class),
                    _ -> List.of("refunded"));

    private Trip() {}
}

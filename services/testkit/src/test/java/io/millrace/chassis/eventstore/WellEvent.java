package io.millrace.chassis.eventstore;

import io.micronaut.serde.annotation.SerdeImport;
import io.micronaut.serde.annotation.Serdeable;
import io.millrace.contracts.Event;
import io.millrace.contracts.EventContract;

/** What can happen to a well. */
public sealed interface WellEvent extends Event {

    @EventContract(value = "tests.well.dug", version = "2.0")
    @SerdeImport(Dug.class)
    record Dug(int centimetres) implements WellEvent {}

    @EventContract("tests.well.deepened")
    @SerdeImport(Deepened.class)
    record Deepened(int centimetres) implements WellEvent {}

    /** What the events add up to. */
    @Serdeable
    record Well(int depth, int visits) {

        static Well apply(Well before, WellEvent event) {
            return switch (event) {
                case Dug dug -> new Well(dug.centimetres(), 1);
                case Deepened deepened -> new Well(before.depth + deepened.centimetres(), before.visits + 1);
            };
        }
    }
}

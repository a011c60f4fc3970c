package io.millrace.proof.broken;

import io.micronaut.serde.annotation.SerdeImport;
import io.millrace.contracts.Event;
import io.millrace.contracts.EventContract;

/** An event that only these tests know. */
@EventContract("proof.clock.ticked")
@SerdeImport(Ticked.class)
public record Ticked(String clock) implements Event {}

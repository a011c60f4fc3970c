package io.millrace.proof.broken;

import io.micronaut.serde.annotation.SerdeImport;
import io.millrace.contracts.Event;
import io.millrace.contracts.EventContract;

/** Another event that only these tests know. */
@EventContract("proof.clock.struck")
@SerdeImport(Struck.class)
public record Struck(String clock) implements Event {}

package io.millrace.chassis;

import io.micronaut.serde.annotation.SerdeImport;
import io.millrace.contracts.Event;
import io.millrace.contracts.EventContract;

/** Another event that only tests know. */
@EventContract("tests.thing.ended")
@SerdeImport(ThingEnded.class)
public record ThingEnded(String thing) implements Event {}

package io.millrace.chassis;

import io.micronaut.serde.annotation.SerdeImport;
import io.millrace.contracts.Event;
import io.millrace.contracts.EventContract;

/** An event that only tests know. */
@EventContract("tests.thing.happened")
@SerdeImport(ThingHappened.class)
public record ThingHappened(String thing, int number) implements Event {}

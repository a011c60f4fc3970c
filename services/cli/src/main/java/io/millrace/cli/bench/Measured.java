package io.millrace.cli.bench;

import io.micronaut.serde.annotation.Serdeable;
import io.millrace.contracts.Event;
import io.millrace.contracts.EventContract;

/** The event that is sent about: around 300 bytes of body. */
@EventContract("bench.thing.measured")
@Serdeable
record Measured(String thing, int number, String text) implements Event {}

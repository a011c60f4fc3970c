package io.millrace.asyncapi.mill;

import io.millrace.contracts.Event;
import io.millrace.contracts.EventContract;

/** Planned, but no code emits it. */
@EventContract("mill.flour.spoilt")
public record FlourSpoilt(String flourId) implements Event {}

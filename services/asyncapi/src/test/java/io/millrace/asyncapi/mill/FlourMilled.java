package io.millrace.asyncapi.mill;

import io.millrace.contracts.Event;
import io.millrace.contracts.EventContract;

@EventContract("mill.flour.milled")
public record FlourMilled(String flourId, int kilos) implements Event {}

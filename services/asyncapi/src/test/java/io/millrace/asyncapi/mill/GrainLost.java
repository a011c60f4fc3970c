package io.millrace.asyncapi.mill;

import io.millrace.contracts.Event;
import io.millrace.contracts.EventContract;

@EventContract("farm.grain.lost")
public record GrainLost(String grainId, String why) implements Event {}

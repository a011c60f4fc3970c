package io.millrace.asyncapi.mill;

import io.millrace.contracts.Event;
import io.millrace.contracts.EventContract;

/** Said by somebody else's system. */
@EventContract("weather.storm.coming")
public record StormComing(String region) implements Event {}

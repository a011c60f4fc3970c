package io.millrace.chassis.handler;

import io.millrace.contracts.Event;

/** An event of a batch, with its context. */
public record Received<E extends Event>(E event, EventContext context) {}

package io.millrace.chassis.saga;

import io.millrace.chassis.outbox.Cause;

/**
 * What a saga tells its own service.
 *
 * @param id the saga's
 * @param cause what led to it
 */
public record Told<C>(String id, C command, Cause cause) {}

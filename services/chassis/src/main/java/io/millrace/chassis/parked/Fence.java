package io.millrace.chassis.parked;

/**
 * Which ownership of a consumer acts.
 *
 * @param consumer the durable's name
 * @param epoch of the owner's lease
 */
public record Fence(String consumer, long epoch) {}

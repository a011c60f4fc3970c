package io.millrace.chassis.health;

import io.micronaut.serde.annotation.Serdeable;

/**
 * What was, or would be, taken over.
 *
 * @param knownUpTo the last sequence of which the database knew
 * @param unknown events that the stream holds and the database has never sent; none if there is nothing to do
 * @param foreign messages there that are no events of this service; they stay where they are
 * @param dropped events that waited in the outbox and were in the stream already
 */
@Serdeable
record AdoptView(boolean dryRun, long knownUpTo, long streamEndsAt, int unknown, int foreign, int dropped) {}

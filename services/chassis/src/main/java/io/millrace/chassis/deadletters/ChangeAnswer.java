package io.millrace.chassis.deadletters;

import io.micronaut.serde.annotation.Serdeable;

/**
 * What came of a redrive or discard.
 *
 * @param matched how many dead letters were meant
 * @param changed how many of them were changed: no more than the limit, none in a dry run
 */
@Serdeable
record ChangeAnswer(long matched, long changed, boolean dryRun) {}

package io.millrace.chassis.saga;

import io.micronaut.core.annotation.Nullable;
import java.time.Instant;
import java.util.Set;

/**
 * Which sagas are due.
 *
 * @param limited steps that are given up when they are late; the others are asked for again
 * @param heardUntil a saga that would be given up must have been due at this time; null: none is
 */
record Due(Instant now, Set<String> limited, @Nullable Instant heardUntil) {}

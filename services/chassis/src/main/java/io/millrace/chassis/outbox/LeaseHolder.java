package io.millrace.chassis.outbox;

import io.micronaut.core.annotation.Nullable;

/**
 * Who may work on the outbox.
 *
 * @param lease its name, or null where nobody competes
 * @param epoch the number of the ownership
 */
public record LeaseHolder(@Nullable String lease, @Nullable String owner, long epoch) {}

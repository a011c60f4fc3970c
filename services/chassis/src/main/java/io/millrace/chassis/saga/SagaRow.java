package io.millrace.chassis.saga;

import io.micronaut.core.annotation.Nullable;
import io.millrace.chassis.business.saga.Phase;
import java.time.Instant;

/**
 * A saga as the database holds it.
 *
 * @param state what the saga knows, as JSON
 * @param version how many events it has emitted
 * @param notes how many lines its record has
 * @param dueAt when its patience ends, or null if it waits for ever
 */
record SagaRow(
        String id,
        Phase phase,
        int step,
        String stepName,
        int asked,
        String state,
        long version,
        int notes,
        @Nullable Instant dueAt,
        String correlationId,
        String actor) {}

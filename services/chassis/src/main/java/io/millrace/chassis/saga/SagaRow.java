package io.millrace.chassis.saga;

import io.micronaut.core.annotation.Nullable;
import io.millrace.chassis.business.saga.Phase;
import java.time.Instant;
import java.util.List;

/**
 * A saga as the database holds it.
 *
 * @param state what the saga knows, as JSON
 * @param version how many events it has emitted
 * @param pending the names of steps that are still to be done afterwards
 * @param notes how many lines its record has
 * @param dueAt when its patience ends, or null if it waits for ever
 */
record SagaRow(
        String id,
        Phase phase,
        String step,
        int asked,
        String state,
        List<String> pending,
        long version,
        int notes,
        @Nullable Instant dueAt,
        String correlationId,
        String actor) {

    SagaRow {
        pending = List.copyOf(pending);
    }
}

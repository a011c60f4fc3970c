package io.millrace.chassis.metrics;

import io.millrace.chassis.deadletters.DeadLetterCounts;
import io.millrace.chassis.saga.SagaCounts;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What only the database knows, as of a moment ago.
 *
 * @param waiting events in the outbox, up to 100,000
 * @param oldest when the first of them happened
 */
record DatabaseCounts(
        long waiting, Optional<Instant> oldest, Map<String, DeadLetterCounts.Count> parked, SagaCounts.Count sagas) {}

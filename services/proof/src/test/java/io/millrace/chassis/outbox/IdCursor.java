package io.millrace.chassis.outbox;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.Collection;
import java.util.List;

/** Broken on purpose: what comes next are the rows behind the highest id that was seen. */
@Singleton
@Replaces(OutboxTable.class)
@Requires(property = "broken", value = "cursor")
class IdCursor extends OutboxTable {

    private long cursor;

    IdCursor(TransactionOperations<Connection> transactions, OutboxConfiguration configuration) {
        super(transactions, configuration);
    }

    @Override
    public List<OutboxRow> advance(StoredRows published, Collection<Long> inFlight, int limit, LeaseHolder leader) {
        List<OutboxRow> ahead = super.advance(published, inFlight, limit, leader).stream()
                .filter(row -> row.id() > cursor)
                .toList();
        ahead.forEach(row -> cursor = Math.max(cursor, row.id()));
        return ahead;
    }
}

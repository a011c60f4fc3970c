package io.millrace.chassis.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.chassis.ChassisFixture;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboxTableIT {

    private static final int MEBIBYTE = 1 << 20;

    private final ChassisFixture fixture = new ChassisFixture();
    private final OutboxTable table = fixture.bean(OutboxTable.class);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void oneReadHoldsAboutEightMebibytesHoweverManyRowsAreAskedFor() {
        insert(12, MEBIBYTE);

        List<OutboxRow> first = table.advance(StoredRows.NONE, List.of(), 1_000);
        List<Long> ids = first.stream().map(OutboxRow::id).toList();

        assertThat(first).hasSize(8);
        assertThat(table.advance(StoredRows.NONE, ids, 1_000)).hasSize(4);
        assertThat(table.advance(new StoredRows(ids, 8), List.of(), 1_000)).hasSize(4);
    }

    /** Ids are drawn before commit: row 1 may appear after row 2 was sent, and row 3 be the next event of its aggregate. */
    @Test
    void aRowBelowThoseInFlightComesBeforeThoseAbove() {
        insert(3, 10);

        assertThat(table.advance(StoredRows.NONE, List.of(2L), 1_000))
                .extracting(OutboxRow::id)
                .containsExactly(1L, 3L);
        assertThat(table.advance(new StoredRows(List.of(2L), 1), List.of(), 1))
                .extracting(OutboxRow::id)
                .containsExactly(1L);
    }

    @Test
    void aRowLargerThanThatIsReadAlone() {
        insert(2, 9 * MEBIBYTE);

        assertThat(table.advance(StoredRows.NONE, List.of(), 1_000)).hasSize(1);
    }

    private void insert(int rows, int bytes) {
        fixture.transactions().executeWrite(tx -> {
            try (var statement = tx.getConnection().prepareStatement("""
                INSERT INTO messaging.outbox (event_id, subject, headers, body)
                SELECT 'event-' || number, 'evt.mill.wheel.w-1.turned', '', convert_to(repeat('x', ?), 'UTF8')
                FROM generate_series(1, ?) AS number\
                """)) {
                statement.setInt(1, bytes);
                statement.setInt(2, rows);
                return statement.executeUpdate();
            }
        });
    }
}

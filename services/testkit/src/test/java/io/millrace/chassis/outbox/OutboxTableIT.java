package io.millrace.chassis.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.chassis.ChassisFixture;
import java.util.Arrays;
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

    /** Rows 3 and 5 are committed late: 3 after the first reading, 5 after the second. */
    @Test
    void whatWasReadStaysInFrontInTheOrderInWhichItWasRead() {
        insert(7, 10);
        hide(3, 5, 6, 7);
        List<Long> first = ids(table.advance(StoredRows.NONE, List.of(), 10));
        show(3, 6);
        assertThat(ids(table.advance(StoredRows.NONE, first, 10))).containsExactly(3L, 6L);
        show(5, 7);

        assertThat(table.keepOrder()).isEqualTo(5);

        assertThat(table.advance(StoredRows.NONE, List.of(), 10))
                .extracting(OutboxRow::eventId)
                .containsExactly("event-1", "event-2", "event-4", "event-3", "event-6", "event-5", "event-7");
    }

    @Test
    void nothingIsWrittenWhereTheOrderIsRightAlready() {
        insert(6, 10);
        List<Long> first = ids(table.advance(StoredRows.NONE, List.of(), 2));
        table.advance(StoredRows.NONE, first, 2);

        assertThat(table.keepOrder()).isZero();

        assertThat(fixture.rows("SELECT number FROM messaging.sending")).isEmpty();
        assertThat(ids(table.advance(StoredRows.NONE, List.of(), 10))).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void theNoteGoesWithWhatWasPublished() {
        insert(4, 10);
        List<Long> first = ids(table.advance(StoredRows.NONE, List.of(), 2));
        List<Long> second = ids(table.advance(StoredRows.NONE, first, 2));
        table.advance(new StoredRows(first, 1), second, 2);
        assertThat(fixture.rows("SELECT ids FROM messaging.sending")).containsExactly("{[3,5)}");

        table.advance(new StoredRows(second, 3), List.of(), 2);
        assertThat(fixture.rows("SELECT ids FROM messaging.sending")).isEmpty();
    }

    /** As if they were not committed yet. */
    private void hide(long... ids) {
        fixture.sql("CREATE TABLE hidden AS SELECT * FROM messaging.outbox WHERE id = ANY (" + array(ids) + ")");
        fixture.sql("DELETE FROM messaging.outbox WHERE id = ANY (" + array(ids) + ")");
    }

    private void show(long... ids) {
        fixture.sql("INSERT INTO messaging.outbox OVERRIDING SYSTEM VALUE SELECT * FROM hidden WHERE id = ANY ("
                + array(ids) + ")");
    }

    private static String array(long... ids) {
        return "ARRAY" + Arrays.toString(ids);
    }

    private static List<Long> ids(List<OutboxRow> rows) {
        return rows.stream().map(OutboxRow::id).toList();
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

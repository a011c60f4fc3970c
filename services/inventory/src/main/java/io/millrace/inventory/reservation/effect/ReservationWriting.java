package io.millrace.inventory.reservation.effect;

import io.millrace.chassis.database.Columns;
import io.millrace.contracts.Pieces;
import io.millrace.contracts.inventory.Missing;
import io.millrace.inventory.reservation.service.Reservation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The statements that write many reservations at once. */
record ReservationWriting(Connection connection) {

    private record Numbered<L>(String orderId, int number, L line) {}

    /** @throws IllegalStateException if one is not at the version before */
    void write(Collection<Version> versions) throws SQLException {
        List<Reservation> added =
                versions.stream().filter(Version::isNew).map(Version::after).toList();
        List<Version> changed =
                versions.stream().filter(version -> !version.isNew()).toList();
        if (insert(added) + update(changed) != versions.size()) {
            throw new IllegalStateException("a reservation was not as read: somebody did not take turns");
        }
        insertLines(numbered(added, Reservation::lines));
        insertMissing(numbered(added, Reservation::missing));
    }

    private int insert(List<Reservation> added) throws SQLException {
        if (added.isEmpty()) {
            return 0;
        }
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO reservation (order_id, status, version)
                SELECT order_id, status, version
                FROM unnest(?::text[], ?::text[], ?::bigint[]) AS added (order_id, status, version)
                ON CONFLICT (order_id) DO NOTHING
                """)) {
            new Columns<>(insert, added)
                    .set(1, "text", Reservation::orderId)
                    .set(2, "text", reservation -> reservation.status().name())
                    .set(3, "bigint", Reservation::version);
            return insert.executeUpdate();
        }
    }

    private int update(List<Version> changed) throws SQLException {
        if (changed.isEmpty()) {
            return 0;
        }
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE reservation
                SET status = changed.status, version = changed.version
                FROM unnest(?::text[], ?::text[], ?::bigint[], ?::bigint[]) AS changed (order_id, status, version, before)
                WHERE reservation.order_id = changed.order_id AND reservation.version = changed.before
                """)) {
            new Columns<>(update, changed)
                    .set(1, "text", version -> version.after().orderId())
                    .set(2, "text", version -> version.after().status().name())
                    .set(3, "bigint", version -> version.after().version())
                    .set(4, "bigint", Version::before);
            return update.executeUpdate();
        }
    }

    private void insertLines(List<Numbered<Pieces>> lines) throws SQLException {
        if (lines.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO reservation_line (order_id, number, sku, quantity)
                SELECT order_id, number, sku, quantity
                FROM unnest(?::text[], ?::int[], ?::text[], ?::int[]) AS line (order_id, number, sku, quantity)
                """)) {
            new Columns<>(insert, lines)
                    .set(1, "text", Numbered::orderId)
                    .set(2, "int", Numbered::number)
                    .set(3, "text", numbered -> numbered.line().sku())
                    .set(4, "int", numbered -> numbered.line().quantity());
            insert.executeUpdate();
        }
    }

    private void insertMissing(List<Numbered<Missing>> missing) throws SQLException {
        if (missing.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO missing_line (order_id, number, sku, wanted, available)
                SELECT order_id, number, sku, wanted, available
                FROM unnest(?::text[], ?::int[], ?::text[], ?::bigint[], ?::bigint[])
                    AS line (order_id, number, sku, wanted, available)
                """)) {
            new Columns<>(insert, missing)
                    .set(1, "text", Numbered::orderId)
                    .set(2, "int", Numbered::number)
                    .set(3, "text", numbered -> numbered.line().sku())
                    .set(4, "bigint", numbered -> numbered.line().wanted())
                    .set(5, "bigint", numbered -> numbered.line().available());
            insert.executeUpdate();
        }
    }

    private static <L> List<Numbered<L>> numbered(List<Reservation> added, Function<Reservation, List<L>> lines) {
        return added.stream()
                .flatMap(reservation -> numbered(reservation.orderId(), lines.apply(reservation)))
                .toList();
    }

    private static <L> Stream<Numbered<L>> numbered(String orderId, List<L> lines) {
        return IntStream.range(0, lines.size()).mapToObj(i -> new Numbered<>(orderId, i + 1, lines.get(i)));
    }
}

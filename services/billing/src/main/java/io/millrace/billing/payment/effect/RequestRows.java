package io.millrace.billing.payment.effect;

import io.millrace.billing.payment.service.CausedChange;
import io.millrace.billing.payment.service.Wish;
import io.millrace.chassis.database.Columns;
import io.millrace.chassis.outbox.Cause;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The statements on who asked. */
record RequestRows(Connection connection) {

    /** Remembers who was the first to ask for each payment. */
    void remember(Wish wish, Collection<CausedChange> changes) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO payment_request (order_id, wish, correlation_id, causation_id, actor, traceparent, tracestate)
                SELECT order_id, ?, correlation_id, causation_id, actor, traceparent, tracestate
                FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                    AS asked (order_id, correlation_id, causation_id, actor, traceparent, tracestate)
                ON CONFLICT (order_id, wish) DO NOTHING
                """)) {
            insert.setString(1, wish.name());
            new Columns<>(insert, changes)
                    .set(2, "text", caused -> caused.change().after().orderId())
                    .set(3, "text", caused -> caused.cause().correlationId())
                    .set(4, "text", caused -> caused.cause().id())
                    .set(5, "text", caused -> caused.cause().actor())
                    .set(6, "text", caused -> caused.cause().traceparent().orElse(null))
                    .set(7, "text", caused -> caused.cause().tracestate().orElse(null));
            insert.executeUpdate();
        }
    }

    /** Those who asked for each of the payments. */
    Map<String, Map<Wish, Cause>> of(Collection<String> orderIds) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT order_id, wish, correlation_id, causation_id, actor, traceparent, tracestate
                FROM payment_request
                WHERE order_id = ANY (?)
                """)) {
            Columns.texts(select, 1, orderIds);
            try (ResultSet row = select.executeQuery()) {
                Map<String, Map<Wish, Cause>> causes = new HashMap<>();
                orderIds.forEach(id -> causes.put(id, new EnumMap<>(Wish.class)));
                while (row.next()) {
                    causes.get(row.getString("order_id")).put(Wish.valueOf(row.getString("wish")), cause(row));
                }
                return causes;
            }
        }
    }

    private static Cause cause(ResultSet row) throws SQLException {
        return new Cause(
                row.getString("correlation_id"),
                row.getString("causation_id"),
                row.getString("actor"),
                Optional.ofNullable(row.getString("traceparent")),
                Optional.ofNullable(row.getString("tracestate")));
    }
}

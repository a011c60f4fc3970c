package io.millrace.billing.payment.effect;

import io.millrace.billing.payment.service.Card;
import io.millrace.billing.payment.service.Payment;
import io.millrace.billing.payment.service.PaymentQuery;
import io.millrace.billing.payment.service.PaymentStatus;
import io.millrace.chassis.database.Columns;
import io.millrace.contracts.Money;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The statements on payments as what they say. */
record PaymentRows(Connection connection) {

    static final String COLUMNS =
            "order_id, status, version, amount, currency, card_token, card_end, charge, refund, decline_code, attempts";

    /** In the order of ids, so that two who lock several do not block each other. */
    Map<String, Payment> lock(Collection<String> orderIds) throws SQLException {
        return those(orderIds, "FOR UPDATE");
    }

    /** Rows that are not there cannot be locked: this waits for all who have looked for some, and has others wait. */
    Map<String, Payment> lockOut(Collection<String> orderIds) throws SQLException {
        try (Statement lock = connection.createStatement()) {
            lock.execute("LOCK TABLE payment IN EXCLUSIVE MODE");
        }
        return find(orderIds);
    }

    Map<String, Payment> find(Collection<String> orderIds) throws SQLException {
        return those(orderIds, "");
    }

    private Map<String, Payment> those(Collection<String> orderIds, String locking) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT %s
                FROM payment
                WHERE order_id = ANY (?)
                ORDER BY order_id
                %s
                """.formatted(COLUMNS, locking))) {
            Columns.texts(select, 1, orderIds);
            Map<String, Payment> payments = new LinkedHashMap<>();
            read(select).forEach(payment -> payments.put(payment.orderId(), payment));
            return payments;
        }
    }

    /**
     * Writes locked payments. What becomes due is due at once and free; what is settled is not due any more. One that is
     * recalled stays with whoever asks the provider about it.
     */
    void save(Collection<Payment> payments) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                INSERT INTO payment AS there (order_id, status, version, amount, currency, card_token, card_end, charge,
                    refund, decline_code, due_at)
                SELECT order_id, status, version, amount, currency, card_token, card_end, charge, refund, decline_code,
                    CASE WHEN status IN ('DUE', 'RECALLED', 'REFUND_DUE') THEN clock_timestamp() END
                FROM unnest(?::text[], ?::text[], ?::bigint[], ?::numeric[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::text[], ?::text[])
                    AS told (order_id, status, version, amount, currency, card_token, card_end, charge, refund,
                        decline_code)
                ON CONFLICT (order_id) DO UPDATE
                SET status = EXCLUDED.status, version = EXCLUDED.version, amount = EXCLUDED.amount,
                    currency = EXCLUDED.currency, card_token = EXCLUDED.card_token, charge = EXCLUDED.charge,
                    refund = EXCLUDED.refund, decline_code = EXCLUDED.decline_code,
                    (due_at, failures, problem, refused, claimed_by, claimed_until) = (
                        SELECT CASE WHEN moves THEN EXCLUDED.due_at ELSE there.due_at END,
                            CASE WHEN moves THEN 0 ELSE there.failures END,
                            CASE WHEN NOT moves THEN there.problem END,
                            NOT moves AND there.refused,
                            CASE WHEN NOT moves THEN there.claimed_by END,
                            CASE WHEN NOT moves THEN there.claimed_until END
                        FROM (SELECT EXCLUDED.status NOT IN ('RECALLED', there.status) AS moves) AS decided)
                """)) {
            new Columns<>(upsert, payments)
                    .set(1, "text", Payment::orderId)
                    .set(2, "text", payment -> payment.status().name())
                    .set(3, "bigint", Payment::version)
                    .set(
                            4,
                            "numeric",
                            payment -> payment.amount().map(Money::toDecimal).orElse(null))
                    .set(
                            5,
                            "text",
                            payment -> payment.amount().map(Money::currency).orElse(null))
                    .set(
                            6,
                            "text",
                            payment -> payment.card().flatMap(Card::token).orElse(null))
                    .set(7, "text", payment -> payment.card().map(Card::end).orElse(null))
                    .set(8, "text", payment -> payment.charge().orElse(null))
                    .set(9, "text", payment -> payment.refund().orElse(null))
                    .set(10, "text", payment -> payment.declined().orElse(null));
            upsert.executeUpdate();
        }
    }

    Optional<Payment> find(String orderId) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT %s FROM payment WHERE order_id = ?".formatted(COLUMNS))) {
            select.setString(1, orderId);
            return read(select).stream().findFirst();
        }
    }

    List<Payment> list(PaymentQuery query, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                """
                SELECT %s
                FROM payment
                WHERE order_id > ?
                %s
                ORDER BY order_id
                LIMIT ?
                """.formatted(COLUMNS, query.status().map(_ -> "AND status = ?").orElse("")))) {
            int index = 1;
            select.setString(index++, query.afterId());
            if (query.status().isPresent()) {
                select.setString(index++, query.status().get().name());
            }
            select.setInt(index, limit);
            return read(select);
        }
    }

    static List<Payment> read(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            List<Payment> found = new ArrayList<>();
            while (row.next()) {
                found.add(payment(row));
            }
            return found;
        }
    }

    static Payment payment(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        String end = row.getString("card_end");
        return new Payment(
                row.getString("order_id"),
                PaymentStatus.valueOf(row.getString("status")),
                row.getLong("version"),
                currency == null ? Optional.empty() : Optional.of(Money.of(row.getBigDecimal("amount"), currency)),
                end == null
                        ? Optional.empty()
                        : Optional.of(new Card(Optional.ofNullable(row.getString("card_token")), end)),
                Optional.ofNullable(row.getString("charge")),
                Optional.ofNullable(row.getString("refund")),
                Optional.ofNullable(row.getString("decline_code")),
                row.getInt("attempts"));
    }
}

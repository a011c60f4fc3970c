package io.millrace.billing.payment.effect;

import io.millrace.billing.payment.service.PaymentFigures;
import io.millrace.billing.payment.service.PaymentStatus;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The figures, all from one statement, so that they are of one moment. */
record PaymentSums(Connection connection) {

    PaymentFigures figures() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                        SELECT status, currency, count(*) AS payments,
                            sum(amount) FILTER (WHERE charge IS NOT NULL) AS captured,
                            sum(amount) FILTER (WHERE refund IS NOT NULL) AS refunded
                        FROM payment
                        GROUP BY status, currency
                        """);
                ResultSet row = select.executeQuery()) {
            Map<PaymentStatus, Long> counts = new EnumMap<>(PaymentStatus.class);
            SortedMap<String, BigDecimal> captured = new TreeMap<>();
            SortedMap<String, BigDecimal> refunded = new TreeMap<>();
            while (row.next()) {
                counts.merge(PaymentStatus.valueOf(row.getString("status")), row.getLong("payments"), Long::sum);
                add(captured, row.getString("currency"), row.getBigDecimal("captured"));
                add(refunded, row.getString("currency"), row.getBigDecimal("refunded"));
            }
            return new PaymentFigures(counts, sums(captured), sums(refunded));
        }
    }

    private static void add(Map<String, BigDecimal> sums, String currency, BigDecimal sum) {
        if (sum != null) {
            sums.merge(currency, sum, BigDecimal::add);
        }
    }

    private static List<PaymentFigures.Sum> sums(SortedMap<String, BigDecimal> sums) {
        return sums.entrySet().stream()
                .map(sum -> new PaymentFigures.Sum(sum.getValue(), sum.getKey()))
                .toList();
    }
}

package io.millrace.cli.prove.invariant;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.cli.prove.invariant.OrderFold.Order;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the streams of orders and billing say that payments must be. */
final class PaymentFold {

    private final Map<String, Payment> payments = new HashMap<>();

    /** A payment as its events have made it. */
    static final class Payment {
        private String status = "";
        private long version;
        private String charge;
        private String refund;
        private String declined;
        private BigDecimal captured = BigDecimal.ZERO;
        private BigDecimal refunded = BigDecimal.ZERO;

        /** What the provider calls the charge, null if there is none. */
        String charge() {
            return charge;
        }

        /** What the provider calls the refund, null if there is none. */
        String refund() {
            return refund;
        }

        BigDecimal captured() {
            return captured;
        }

        BigDecimal refunded() {
            return refunded;
        }
    }

    void add(StoredEvent event) {
        Payment payment = payments.computeIfAbsent(event.aggregate(), _ -> new Payment());
        payment.version = event.version();
        switch (event.type()) {
            case "billing.payment.captured" -> {
                payment.status = "CAPTURED";
                payment.charge = event.text("providerReference");
                payment.captured = OrderFold.amount(event.body().path("amount"));
            }
            case "billing.payment.declined" -> {
                payment.status = "DECLINED";
                payment.declined = event.text("reason");
            }
            case "billing.payment.refunded" -> {
                payment.status = "REFUNDED";
                payment.refund = event.text("providerReference");
                payment.refunded = OrderFold.amount(event.body().path("amount"));
            }
            case "billing.payment.voided" -> payment.status = "VOIDED";
            default -> throw new IllegalStateException("An event that nobody emits: " + event.type());
        }
    }

    /** By the order's id. */
    Map<String, Payment> payments() {
        return payments;
    }

    /** Once nothing is open, no payment remembers a card. */
    List<Table> tables(Map<String, Order> orders) {
        Table table = new Table("billing", "payment", """
                SELECT order_id, status, version, amount, currency, charge, refund, decline_code, card_token FROM payment""");
        payments.forEach((id, payment) -> {
            JsonNode wanted = orders.containsKey(id) ? orders.get(id).wanted() : null;
            table.rows()
                    .put(
                            id,
                            Table.row(
                                    payment.status,
                                    payment.version,
                                    wanted == null ? Table.row(null, null) : OrderFold.money(wanted),
                                    payment.charge,
                                    payment.refund,
                                    payment.declined,
                                    null));
        });
        return List.of(table);
    }
}

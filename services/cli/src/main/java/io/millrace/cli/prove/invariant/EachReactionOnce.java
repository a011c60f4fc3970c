package io.millrace.cli.prove.invariant;

import java.util.ArrayList;
import java.util.List;

/**
 * What can happen to an order once has happened once at most, wherever, and each question has as many answers as it was
 * asked. Orders ask again to have something undone when they wait for long, and are answered again.
 */
final class EachReactionOnce implements Invariant {

    private static final List<String> ONCE = List.of(
            "orders.order.confirmed",
            "orders.order.rejected",
            "orders.order.cancellation_requested",
            "orders.order.cancellation_refused",
            "orders.order.cancelled",
            "orders.order.shipped",
            "orders.order.delivered",
            "orders.order.returned",
            "orders.fulfilment.stock_requested",
            "orders.fulfilment.payment_requested",
            "inventory.reservation.held",
            "inventory.reservation.rejected",
            "inventory.reservation.fulfilled",
            "inventory.reservation.returned",
            "billing.payment.captured",
            "billing.payment.declined",
            "delivery.shipment.prepared",
            "delivery.shipment.dispatched",
            "delivery.shipment.delivered",
            "delivery.shipment.returned");

    @Override
    public Verdict check(Evidence evidence) {
        List<String> violations = new ArrayList<>();
        Occurrences occurrences = evidence.folds().occurrences();
        occurrences.orders().forEach(id -> new OneOrder(id, evidence, violations).look());
        return Verdict.of(
                "Each reaction happened exactly once",
                "%,d orders".formatted(occurrences.orders().size()),
                violations);
    }

    private record OneOrder(String id, Evidence evidence, List<String> violations) {

        void look() {
            equal("it was placed", times("orders.order.placed"), 1);
            if (times("orders.order.placed") == 0) {
                return;
            }
            ONCE.forEach(type -> require(times(type) <= 1, "%s happened %d times".formatted(type, times(type))));
            stock();
            payment();
            shipment();
        }

        private void stock() {
            equal(
                    "inventory answered whether it has the pieces",
                    times("inventory.reservation.held") + times("inventory.reservation.rejected"),
                    times("orders.fulfilment.stock_requested"));
            equal(
                    "pieces were released",
                    times("inventory.reservation.released"),
                    times("orders.fulfilment.stock_release_requested"));
            equal(
                    "pieces left with the parcel",
                    times("inventory.reservation.fulfilled"),
                    times("delivery.shipment.dispatched"));
            equal(
                    "pieces came back with the parcel",
                    times("inventory.reservation.returned"),
                    times("delivery.shipment.returned"));
        }

        /** A payment that was given up before it was asked for has one answer to both requests. */
        private void payment() {
            int asked = times("orders.fulfilment.payment_requested");
            int undone = times("orders.fulfilment.refund_requested");
            int settled = times("billing.payment.captured") + times("billing.payment.declined");
            int reversed = times("billing.payment.refunded") + times("billing.payment.voided");
            require(settled <= asked, "billing took or refused %d payments of %d".formatted(settled, asked));
            require(settled + reversed >= asked, "billing did not answer whether it has the money");
            require(reversed <= undone, "billing gave back %d times instead of %d".formatted(reversed, undone));
            require(reversed > 0 || undone == 0, "billing did not answer whether it gave back the money");
        }

        /** What nobody may be sent is not prepared: the customer was erased, or the parcel called off, before. */
        private void shipment() {
            int cancelled = times("delivery.shipment.cancelled");
            int answered = cancelled + times("delivery.shipment.cancellation_refused");
            int asked = times("orders.fulfilment.shipment_cancel_requested");
            boolean erased = evidence.folds()
                    .customers()
                    .isErased(evidence.folds().orders().orders().get(id).customer());
            require(
                    answered == asked || (erased && answered == asked + 1),
                    "delivery answered %d times instead of %d whether the parcel stays".formatted(answered, asked));
            boolean excused = cancelled > 0 || erased;
            int prepared = times("delivery.shipment.prepared");
            int confirmed = times("orders.order.confirmed");
            require(
                    prepared == confirmed || (prepared < confirmed && excused),
                    "it was confirmed %d times and prepared %d times".formatted(confirmed, prepared));
            if (times("delivery.shipment.returned") == 0) {
                equal("the order was shipped", times("orders.order.shipped"), times("delivery.shipment.dispatched"));
                equal("the order arrived", times("orders.order.delivered"), times("delivery.shipment.delivered"));
            }
        }

        private int times(String type) {
            return evidence.folds().occurrences().of(id, type);
        }

        private void equal(String what, int times, int wanted) {
            require(times == wanted, "%s %d times instead of %d".formatted(what, times, wanted));
        }

        private void require(boolean holds, String otherwise) {
            if (!holds) {
                violations.add(id + ": " + otherwise);
            }
        }
    }
}

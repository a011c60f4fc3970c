package io.millrace.orders.fulfilment.service;

import io.millrace.chassis.business.saga.SagaPlan;
import io.millrace.contracts.billing.PaymentCaptured;
import io.millrace.contracts.billing.PaymentDeclined;
import io.millrace.contracts.billing.PaymentRefunded;
import io.millrace.contracts.billing.PaymentVoided;
import io.millrace.contracts.delivery.ShipmentCancellationRefused;
import io.millrace.contracts.delivery.ShipmentCancelled;
import io.millrace.contracts.delivery.ShipmentDispatched;
import io.millrace.contracts.delivery.ShipmentReturned;
import io.millrace.contracts.inventory.Missing;
import io.millrace.contracts.inventory.ReservationHeld;
import io.millrace.contracts.inventory.ReservationRejected;
import io.millrace.contracts.inventory.ReservationReleased;
import io.millrace.contracts.orders.PaymentRequested;
import io.millrace.contracts.orders.RefundRequested;
import io.millrace.contracts.orders.ShipmentCancelRequested;
import io.millrace.contracts.orders.StockReleaseRequested;
import io.millrace.contracts.orders.StockRequested;
import io.millrace.orders.order.service.OrderCommand;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * From a placed order to one that is sent: stock, payment, confirmation, shipment.
 *
 * <p>What fails, is late or is cancelled is undone in reverse order. A shipment that left the house cannot be undone: then
 * the order is shipped after all. What comes back later is refunded. What delivery calls off by itself, because its customer was
 * erased, is undone as well.
 */
public final class FulfilmentPlan {

    private FulfilmentPlan() {}

    /**
     * @param stockWithin how long inventory may take
     * @param paymentWithin how long billing may take
     */
    public static SagaPlan<Fulfilment, OrderCommand> of(Duration stockWithin, Duration paymentWithin) {
        return SagaPlan.<Fulfilment, OrderCommand>of("fulfilment", Fulfilment.class)
                .step(
                        "stock",
                        step -> step.asks(order -> new StockRequested(order.orderId(), order.pieces()))
                                .goesOnWith(ReservationHeld.class)
                                .failsWith(
                                        ReservationRejected.class,
                                        (order, answer) -> order.failed("sold_out", words(answer)))
                                .failsAfter(
                                        stockWithin,
                                        order -> order.failed("stock_timed_out", "inventory did not answer in time"))
                                .isUndoneBy(
                                        order -> new StockReleaseRequested(order.orderId()), ReservationReleased.class))
                .step(
                        "payment",
                        step -> step.asks(order -> new PaymentRequested(
                                        order.orderId(), order.customerId(), order.total(), order.cardToken()))
                                .goesOnWith(PaymentCaptured.class)
                                .failsWith(
                                        PaymentDeclined.class,
                                        (order, answer) -> order.failed("payment_declined", answer.reason()))
                                .failsAfter(
                                        paymentWithin,
                                        order -> order.failed("payment_timed_out", "billing did not answer in time"))
                                .isUndoneBy(order -> new RefundRequested(order.orderId()), PaymentRefunded.class)
                                .orBy(PaymentVoided.class))
                .step("confirmation", step -> step.tells(_ -> new OrderCommand.Confirm()))
                .step(
                        "shipment",
                        step -> step.goesOnWith(ShipmentDispatched.class)
                                .failsWith(
                                        ShipmentCancelled.class,
                                        (order, _) ->
                                                order.failed("undeliverable", "there is nobody any more to send it to"))
                                .isUndoneBy(
                                        order -> new ShipmentCancelRequested(order.orderId()), ShipmentCancelled.class)
                                .orBy(ShipmentReturned.class)
                                .cannotBeUndoneOnce(ShipmentCancellationRefused.class, (order, _) -> order.goesOn()))
                .whenDone(_ -> List.of(new OrderCommand.Ship()))
                .whenUndone(order -> List.of(
                        order.wasCancelled()
                                ? new OrderCommand.Cancel()
                                : new OrderCommand.Reject(order.failure(), order.detail())))
                .afterwards(
                        ShipmentReturned.class,
                        "refund",
                        step -> step.asks(order -> new RefundRequested(order.orderId()))
                                .goesOnWith(PaymentRefunded.class)
                                .goesOnWith(PaymentVoided.class),
                        _ -> List.of(new OrderCommand.TakeBack()));
    }

    private static String words(ReservationRejected answer) {
        String all = answer.missing().stream().map(FulfilmentPlan::words).collect(Collectors.joining(", "));
        return all.length() <= 500 ? all : all.substring(0, 499) + "…";
    }

    private static String words(Missing missing) {
        return missing.available() == null
                ? missing.sku() + " is not known"
                : "%s: %d of %d are there".formatted(missing.sku(), missing.available(), missing.wanted());
    }
}

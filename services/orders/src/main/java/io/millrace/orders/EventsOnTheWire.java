package io.millrace.orders;

import io.micronaut.serde.annotation.SerdeImport;
import io.millrace.contracts.Money;
import io.millrace.contracts.Pieces;
import io.millrace.contracts.billing.PaymentCaptured;
import io.millrace.contracts.billing.PaymentDeclined;
import io.millrace.contracts.billing.PaymentRefunded;
import io.millrace.contracts.billing.PaymentVoided;
import io.millrace.contracts.customers.Address;
import io.millrace.contracts.customers.CustomerErased;
import io.millrace.contracts.customers.CustomerRegistered;
import io.millrace.contracts.customers.CustomerRenamed;
import io.millrace.contracts.delivery.ShipmentCancellationRefused;
import io.millrace.contracts.delivery.ShipmentCancelled;
import io.millrace.contracts.delivery.ShipmentDelivered;
import io.millrace.contracts.delivery.ShipmentDispatched;
import io.millrace.contracts.delivery.ShipmentReturned;
import io.millrace.contracts.inventory.Missing;
import io.millrace.contracts.inventory.ProductListed;
import io.millrace.contracts.inventory.ProductRepriced;
import io.millrace.contracts.inventory.ReservationHeld;
import io.millrace.contracts.inventory.ReservationRejected;
import io.millrace.contracts.inventory.ReservationReleased;
import io.millrace.contracts.orders.OrderCancellationRefused;
import io.millrace.contracts.orders.OrderCancellationRequested;
import io.millrace.contracts.orders.OrderCancelled;
import io.millrace.contracts.orders.OrderConfirmed;
import io.millrace.contracts.orders.OrderDelivered;
import io.millrace.contracts.orders.OrderItem;
import io.millrace.contracts.orders.OrderLine;
import io.millrace.contracts.orders.OrderPlaced;
import io.millrace.contracts.orders.OrderRejected;
import io.millrace.contracts.orders.OrderReturned;
import io.millrace.contracts.orders.OrderShipped;
import io.millrace.contracts.orders.PaymentRequested;
import io.millrace.contracts.orders.RefundRequested;
import io.millrace.contracts.orders.ShipmentCancelRequested;
import io.millrace.contracts.orders.StockReleaseRequested;
import io.millrace.contracts.orders.StockRequested;
import io.millrace.orders.fulfilment.service.Fulfilment;
import io.millrace.orders.order.service.Order;

/** What this service emits, handles and keeps as JSON. */
@SerdeImport(OrderPlaced.class)
@SerdeImport(OrderConfirmed.class)
@SerdeImport(OrderRejected.class)
@SerdeImport(OrderCancellationRequested.class)
@SerdeImport(OrderCancellationRefused.class)
@SerdeImport(OrderCancelled.class)
@SerdeImport(OrderShipped.class)
@SerdeImport(OrderDelivered.class)
@SerdeImport(OrderReturned.class)
@SerdeImport(OrderLine.class)
@SerdeImport(OrderItem.class)
@SerdeImport(StockRequested.class)
@SerdeImport(StockReleaseRequested.class)
@SerdeImport(PaymentRequested.class)
@SerdeImport(RefundRequested.class)
@SerdeImport(ShipmentCancelRequested.class)
@SerdeImport(Address.class)
@SerdeImport(CustomerErased.class)
@SerdeImport(CustomerRegistered.class)
@SerdeImport(CustomerRenamed.class)
@SerdeImport(Missing.class)
@SerdeImport(ProductListed.class)
@SerdeImport(ProductRepriced.class)
@SerdeImport(ReservationHeld.class)
@SerdeImport(ReservationRejected.class)
@SerdeImport(ReservationReleased.class)
@SerdeImport(PaymentCaptured.class)
@SerdeImport(PaymentDeclined.class)
@SerdeImport(PaymentRefunded.class)
@SerdeImport(PaymentVoided.class)
@SerdeImport(ShipmentCancellationRefused.class)
@SerdeImport(ShipmentCancelled.class)
@SerdeImport(ShipmentDelivered.class)
@SerdeImport(ShipmentDispatched.class)
@SerdeImport(ShipmentReturned.class)
@SerdeImport(Money.class)
@SerdeImport(Pieces.class)
@SerdeImport(Order.class)
@SerdeImport(Fulfilment.class)
final class EventsOnTheWire {}

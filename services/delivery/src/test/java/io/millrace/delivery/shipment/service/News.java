package io.millrace.delivery.shipment.service;

import io.millrace.contracts.Envelope;
import io.millrace.contracts.Event;
import io.millrace.contracts.customers.Address;
import io.millrace.contracts.customers.CustomerErased;
import io.millrace.contracts.customers.CustomerRegistered;
import io.millrace.contracts.orders.OrderConfirmed;
import io.millrace.contracts.orders.OrderItem;
import io.millrace.contracts.orders.ShipmentCancelRequested;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Events of other services, as they are heard. The id of an event says what it is about. */
public final class News {

    private News() {}

    public static Heard<OrderConfirmed> confirmed(String orderId, String customerId) {
        OrderItem item = new OrderItem("85123A", "WHITE HANGING HEART T-LIGHT HOLDER", 6);
        return heard(orderId, new OrderConfirmed(orderId, customerId, List.of(item)));
    }

    public static Heard<ShipmentCancelRequested> cancelRequested(String orderId) {
        return heard(orderId, new ShipmentCancelRequested(orderId));
    }

    public static Heard<CustomerRegistered> registered(String customerId) {
        Address address = new Address(null, null, null, "United Kingdom");
        return heard(customerId, CustomerRegistered.of(customerId, "Customer " + customerId, address));
    }

    public static Heard<CustomerErased> erased(String customerId) {
        return heard(customerId, new CustomerErased(customerId));
    }

    private static <E extends Event> Heard<E> heard(String aggregateId, E event) {
        String id = event.getClass().getSimpleName() + " " + aggregateId;
        return new Heard<>(event, envelope(id, aggregateId));
    }

    private static Envelope envelope(String id, String aggregateId) {
        return new Envelope(
                id,
                "/millrace/elsewhere",
                "elsewhere.thing.happened",
                Instant.EPOCH,
                aggregateId,
                "urn:millrace:elsewhere.thing.happened:1.0",
                1,
                "flow of " + aggregateId,
                "request",
                "test",
                Optional.empty(),
                Optional.empty());
    }
}

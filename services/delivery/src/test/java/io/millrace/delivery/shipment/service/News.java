package io.millrace.delivery.shipment.service;

import io.millrace.contracts.Envelope;
import io.millrace.contracts.Event;
import io.millrace.contracts.Money;
import io.millrace.contracts.customers.Address;
import io.millrace.contracts.customers.CustomerRegistered;
import io.millrace.contracts.orders.OrderCancelled;
import io.millrace.contracts.orders.OrderLine;
import io.millrace.contracts.orders.OrderPlaced;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Events of other services, as they are heard. The id of an event says what it is about. */
public final class News {

    private News() {}

    public static Heard<OrderPlaced> placed(String orderId, String customerId) {
        Money price = new Money("2.55", "GBP");
        OrderLine line = new OrderLine("85123A", "WHITE HANGING HEART T-LIGHT HOLDER", 6, price);
        Money total = new Money("15.30", "GBP");
        return heard(orderId, new OrderPlaced(orderId, customerId, List.of(line), total, null));
    }

    public static Heard<OrderCancelled> cancelled(String orderId, String customerId) {
        return heard(orderId, new OrderCancelled(orderId, customerId, "changed my mind"));
    }

    public static Heard<CustomerRegistered> registered(String customerId) {
        Address address = new Address(null, null, null, "United Kingdom");
        return heard(customerId, CustomerRegistered.of(customerId, "Customer " + customerId, address));
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

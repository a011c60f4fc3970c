package io.millrace.inventory.reservation.service;

import io.millrace.contracts.Envelope;
import io.millrace.contracts.Event;
import io.millrace.contracts.Pieces;
import io.millrace.contracts.delivery.ShipmentDispatched;
import io.millrace.contracts.delivery.ShipmentReturned;
import io.millrace.contracts.orders.StockReleaseRequested;
import io.millrace.contracts.orders.StockRequested;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Events of other services, as they are heard. The id of an event says what it is about. */
public final class News {

    private News() {}

    public static Heard<StockRequested> requested(String orderId, Pieces... lines) {
        return heard(orderId, new StockRequested(orderId, List.of(lines)));
    }

    public static Heard<StockReleaseRequested> releaseRequested(String orderId) {
        return heard(orderId, new StockReleaseRequested(orderId));
    }

    public static Heard<ShipmentDispatched> dispatched(String orderId) {
        return heard(orderId, new ShipmentDispatched(orderId, orderId, "c"));
    }

    public static Heard<ShipmentReturned> returned(String orderId) {
        return heard(orderId, new ShipmentReturned(orderId, orderId, "c"));
    }

    public static Pieces pieces(String sku, int quantity) {
        return new Pieces(sku, quantity);
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

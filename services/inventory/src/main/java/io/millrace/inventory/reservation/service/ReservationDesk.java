package io.millrace.inventory.reservation.service;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** What people can ask about reservations. Nobody changes one but by an order or its parcel. */
@Singleton
public final class ReservationDesk {

    private final ReservationStore store;

    public ReservationDesk(ReservationStore store) {
        this.store = store;
    }

    public Optional<Reservation> find(String orderId) {
        return store.find(orderId);
    }

    /** Reservations by order id, without their lines. */
    public List<ReservationSummary> list(ReservationQuery query, int limit) {
        return store.list(query, limit);
    }
}

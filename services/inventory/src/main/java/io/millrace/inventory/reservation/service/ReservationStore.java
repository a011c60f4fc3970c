package io.millrace.inventory.reservation.service;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where reservations are kept. What takes a collection makes one statement for each table, however many they are. */
public interface ReservationStore {

    /**
     * Waits until no other transaction decides about reservations, and keeps all others waiting until the current
     * transaction ends.
     *
     * @throws IllegalStateException if there is no current transaction
     */
    void takeTurn();

    /** Those of the orders for which there is a reservation, by order id. */
    Map<String, Reservation> reservations(Collection<String> orderIds);

    /** Those of the orders whose parcels were heard of first, by order id. */
    Map<String, Parcel> earlyParcels(Collection<String> orderIds);

    /** Remembers parcels of orders that nothing was asked for, by order id. */
    void rememberParcels(Map<String, Parcel> parcels);

    /**
     * Keeps what the changes lead to, and emits their events in the order given. Several may be of one reservation, one
     * version after the other. Only in one's turn.
     */
    void save(List<CausedChange> changes);

    Optional<Reservation> find(String orderId);

    /**
     * Reservations ordered by order id, without their lines.
     *
     * @param limit how many at most
     */
    List<ReservationSummary> list(ReservationQuery query, int limit);
}

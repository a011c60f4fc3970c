package io.millrace.inventory.reservation.service;

import io.millrace.contracts.Envelope;
import io.millrace.inventory.product.service.Shelves;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The reservations of a batch of events while they are decided about, in the order of the events: each decision sees the
 * ones before it.
 */
final class Book {

    private final Map<String, Reservation> reservations;
    private final Map<String, Parcel> parcels;
    private final Map<String, Parcel> parcelsToRemember = new LinkedHashMap<>();
    private final List<CausedChange> changes = new ArrayList<>();
    private final Shelves shelves;

    Book(Map<String, Reservation> reservations, Map<String, Parcel> parcels, Shelves shelves) {
        this.reservations = new HashMap<>(reservations);
        this.parcels = new HashMap<>(parcels);
        this.shelves = shelves;
    }

    void request(String orderId, Wish wish, Envelope cause) {
        Optional<Reservation> there = find(orderId);
        write(there.map(Reservation::requestAgain).orElseGet(() -> Reservation.request(orderId, wish, shelves)), cause);
        if (there.isEmpty() && parcels.containsKey(orderId)) {
            catchUp(orderId, parcels.get(orderId), cause);
        }
    }

    /** What happened to the parcel of an order before the order was heard of. */
    private void catchUp(String orderId, Parcel parcel, Envelope cause) {
        find(orderId).flatMap(held -> held.fulfil(shelves)).ifPresent(change -> write(change, cause));
        if (parcel == Parcel.BACK) {
            find(orderId).flatMap(sent -> sent.takeBack(shelves)).ifPresent(change -> write(change, cause));
        }
    }

    void release(String orderId, Envelope cause) {
        write(
                find(orderId).map(there -> there.release(shelves)).orElseGet(() -> Reservation.releaseUnasked(orderId)),
                cause);
    }

    void fulfil(String orderId, Envelope cause) {
        find(orderId)
                .ifPresentOrElse(
                        there -> there.fulfil(shelves).ifPresent(change -> write(change, cause)),
                        () -> remember(orderId, Parcel.SENT));
    }

    void takeBack(String orderId, Envelope cause) {
        find(orderId)
                .ifPresentOrElse(
                        there -> there.takeBack(shelves).ifPresent(change -> write(change, cause)),
                        () -> remember(orderId, Parcel.BACK));
    }

    Map<String, Parcel> parcelsToRemember() {
        return parcelsToRemember;
    }

    List<CausedChange> changes() {
        return changes;
    }

    private Optional<Reservation> find(String orderId) {
        return Optional.ofNullable(reservations.get(orderId));
    }

    private void remember(String orderId, Parcel parcel) {
        parcels.put(orderId, parcel);
        parcelsToRemember.put(orderId, parcel);
    }

    private void write(Change change, Envelope cause) {
        reservations.put(change.after().orderId(), change.after());
        changes.add(new CausedChange(change, cause));
    }
}

package io.millrace.inventory.reservation.service;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reservations in memory, for one thread. What was emitted can be looked at. */
final class ReservationsInMemory implements ReservationStore {

    private final Map<String, Reservation> rows = new HashMap<>();
    private final Map<String, Parcel> parcels = new HashMap<>();
    final List<CausedChange> saved = new ArrayList<>();

    @Override
    public void takeTurn() {}

    @Override
    public Map<String, Reservation> reservations(Collection<String> orderIds) {
        return among(orderIds, rows);
    }

    @Override
    public Map<String, Parcel> earlyParcels(Collection<String> orderIds) {
        return among(orderIds, parcels);
    }

    @Override
    public void rememberParcels(Map<String, Parcel> early) {
        parcels.putAll(early);
    }

    @Override
    public void save(List<CausedChange> changes) {
        for (CausedChange caused : changes) {
            Reservation after = caused.change().after();
            long current = find(after.orderId()).map(Reservation::version).orElse(0L);
            if (current != after.version() - 1) {
                throw new IllegalStateException(after.orderId() + " is at version " + current);
            }
            rows.put(after.orderId(), after);
            saved.add(caused);
        }
    }

    @Override
    public Optional<Reservation> find(String orderId) {
        return Optional.ofNullable(rows.get(orderId));
    }

    @Override
    public List<ReservationSummary> list(ReservationQuery query, int limit) {
        throw new UnsupportedOperationException();
    }

    private static <T> Map<String, T> among(Collection<String> orderIds, Map<String, T> all) {
        Map<String, T> found = new HashMap<>(all);
        found.keySet().retainAll(orderIds);
        return found;
    }
}

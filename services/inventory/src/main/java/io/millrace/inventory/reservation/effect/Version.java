package io.millrace.inventory.reservation.effect;

import io.millrace.inventory.reservation.service.CausedChange;
import io.millrace.inventory.reservation.service.Reservation;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What several changes make of a reservation.
 *
 * @param before the version it has in the database, 0 if it is not there
 */
record Version(long before, Reservation after) {

    static Collection<Version> lastOf(List<CausedChange> changes) {
        Map<String, Version> last = new LinkedHashMap<>();
        changes.forEach(caused -> {
            Reservation after = caused.change().after();
            last.merge(
                    after.orderId(),
                    new Version(after.version() - 1, after),
                    (first, next) -> new Version(first.before, next.after));
        });
        return last.values();
    }

    boolean isNew() {
        return before == 0;
    }
}

package io.millrace.inventory.reservation.exposition;

import io.micronaut.serde.annotation.Serdeable;
import io.millrace.inventory.reservation.service.ReservationStatus;
import io.millrace.inventory.reservation.service.ReservationSummary;
import io.swagger.v3.oas.annotations.media.Schema;

/** A reservation as callers see it in lists. */
@Serdeable
@Schema(name = "ReservationSummary")
record ReservationSummaryView(
        @Schema(example = "536365") String orderId,

        @Schema(example = "HELD") ReservationStatus status,

        @Schema(description = "Rises by one with each event of the reservation", example = "1")
        long version) {

    static ReservationSummaryView of(ReservationSummary reservation) {
        return new ReservationSummaryView(reservation.orderId(), reservation.status(), reservation.version());
    }
}

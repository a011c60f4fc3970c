package io.millrace.inventory.reservation.exposition;

import io.micronaut.serde.annotation.Serdeable;
import io.millrace.inventory.reservation.service.Reservation;
import io.millrace.inventory.reservation.service.ReservationStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What is kept for an order, as callers see it. */
@Serdeable
@Schema(name = "Reservation")
record ReservationView(
        @Schema(example = "536365") String orderId,

        @Schema(example = "HELD") ReservationStatus status,

        @Schema(description = "What is or was kept, each product once. Empty if nothing ever was")
        List<PiecesView> lines,

        @Schema(description = "Why nothing was kept. Empty if the order was not rejected")
        List<MissingView> missing,

        @Schema(description = "Rises by one with each event of the reservation", example = "1")
        long version) {

    static ReservationView of(Reservation reservation) {
        return new ReservationView(
                reservation.orderId(),
                reservation.status(),
                reservation.lines().stream().map(PiecesView::of).toList(),
                reservation.missing().stream().map(MissingView::of).toList(),
                reservation.version());
    }
}

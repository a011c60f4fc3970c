package io.millrace.delivery.shipment.exposition;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.millrace.delivery.shipment.service.Addressed;
import io.millrace.delivery.shipment.service.PackingLine;
import io.millrace.delivery.shipment.service.ShipmentStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A shipment with all its packing lines, as callers see it. */
@Serdeable
@Schema(name = "ShipmentWithLines")
record DetailedShipmentView(
        @Schema(description = "The same as the order's", example = "536365")
        String id,

        @Schema(example = "536365") String orderId,

        @Schema(description = "Left out while the order of a cancelled shipment is not heard of", example = "17850")
        @Nullable
        String customerId,

        @Schema(example = "PREPARED") ShipmentStatus status,

        @Schema(description = "Who and where now, or when it was dispatched")
        RecipientView recipient,

        @Schema(description = "What to pack, in the order's order")
        List<LineView> lines,

        @Schema(description = "Rises by one with each event of the shipment. 0 while it waits", example = "1")
        long version) {

    static DetailedShipmentView of(Addressed addressed, List<PackingLine> lines) {
        ShipmentView shipment = ShipmentView.of(addressed);
        return new DetailedShipmentView(
                shipment.id(),
                shipment.orderId(),
                shipment.customerId(),
                shipment.status(),
                shipment.recipient(),
                lines.stream().map(LineView::of).toList(),
                shipment.version());
    }
}

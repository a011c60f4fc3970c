package io.millrace.delivery.shipment.exposition;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.millrace.delivery.shipment.service.Addressed;
import io.millrace.delivery.shipment.service.Shipment;
import io.millrace.delivery.shipment.service.ShipmentStatus;
import io.swagger.v3.oas.annotations.media.Schema;

/** A shipment as callers see it in lists and answers. */
@Serdeable
@Schema(name = "Shipment")
record ShipmentView(
        @Schema(description = "The same as the order's", example = "536365")
        String id,

        @Schema(example = "536365") String orderId,

        @Schema(description = "Left out while the order of a cancelled shipment is not heard of", example = "17850")
        @Nullable
        String customerId,

        @Schema(example = "PREPARED") ShipmentStatus status,

        @Schema(description = "Who and where now, or when it was dispatched")
        RecipientView recipient,

        @Schema(description = "How many packing lines", example = "7")
        int lineCount,

        @Schema(description = "Rises by one with each event of the shipment. 0 while it waits", example = "1")
        long version) {

    static ShipmentView of(Addressed addressed) {
        Shipment shipment = addressed.shipment();
        return new ShipmentView(
                shipment.id(),
                shipment.id(),
                shipment.customerId(),
                shipment.status(),
                RecipientView.of(addressed.addressee()),
                shipment.lineCount(),
                shipment.version());
    }
}

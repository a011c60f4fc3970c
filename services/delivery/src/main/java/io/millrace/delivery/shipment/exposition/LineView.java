package io.millrace.delivery.shipment.exposition;

import io.micronaut.serde.annotation.Serdeable;
import io.millrace.delivery.shipment.service.PackingLine;
import io.swagger.v3.oas.annotations.media.Schema;

/** One thing to put into the parcel. */
@Serdeable
@Schema(name = "PackingLine")
record LineView(
        @Schema(example = "85123A") String sku,

        @Schema(example = "WHITE HANGING HEART T-LIGHT HOLDER")
        String description,

        @Schema(example = "6") int quantity) {

    static LineView of(PackingLine line) {
        return new LineView(line.sku(), line.description(), line.quantity());
    }
}

package io.millrace.delivery.shipment.exposition;

import io.micronaut.serde.annotation.Serdeable;
import io.millrace.contracts.Money;
import io.millrace.delivery.shipment.service.ShipmentFigures;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;

/** An amount with its currency, as callers see it. */
@Serdeable
@Schema(name = "Money")
record MoneyView(
        @Schema(description = "A plain decimal. A string, so that nobody reads it as a double", example = "15.30")
        String amount,

        @Schema(description = "ISO 4217", example = "GBP") String currency) {

    private static final int USUAL_DECIMALS = 2;

    static MoneyView of(Money money) {
        return new MoneyView(money.amount(), money.currency());
    }

    static MoneyView of(ShipmentFigures.Sum sum) {
        BigDecimal exact = sum.amount().stripTrailingZeros();
        BigDecimal shown = exact.scale() < USUAL_DECIMALS ? exact.setScale(USUAL_DECIMALS) : exact;
        return new MoneyView(shown.toPlainString(), sum.currency());
    }
}

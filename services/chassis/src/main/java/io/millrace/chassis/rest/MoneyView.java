package io.millrace.chassis.rest;

import io.micronaut.serde.annotation.Serdeable;
import io.millrace.contracts.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;

/** An amount with its currency, as callers see it. */
@Serdeable
@Schema(name = "Money")
public record MoneyView(
        @Schema(description = "A plain decimal. A string, so that nobody reads it as a double", example = "15.30")
        String amount,

        @Schema(description = "ISO 4217", example = "GBP") String currency) {

    private static final int USUAL_DECIMALS = 2;

    public static MoneyView of(Money money) {
        return new MoneyView(money.amount(), money.currency());
    }

    /** A sum, which may have more digits than {@link Money}. At least two decimal places are shown. */
    public static MoneyView of(BigDecimal sum, String currency) {
        BigDecimal exact = sum.stripTrailingZeros();
        BigDecimal shown = exact.scale() < USUAL_DECIMALS ? exact.setScale(USUAL_DECIMALS) : exact;
        return new MoneyView(shown.toPlainString(), currency);
    }
}

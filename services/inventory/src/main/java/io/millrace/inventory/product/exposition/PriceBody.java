package io.millrace.inventory.product.exposition;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.millrace.chassis.rest.PayableCurrency;
import io.millrace.contracts.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** An amount above zero, with its currency. */
@Serdeable
@Schema(name = "Price")
record PriceBody(
        @Schema(description = "A plain decimal. A string, so that nobody reads it as a double", example = "2.55")
        @Nullable
        @NotNull
        @Pattern(regexp = Money.AMOUNT, message = DECIMAL)
        @Pattern(regexp = ABOVE_ZERO, message = "must be greater than 0")
        String amount,

        @Schema(description = "ISO 4217", example = "GBP")
        @Nullable
        @NotNull
        @Pattern(regexp = Money.CURRENCY, message = "must be a currency code of three capital letters, as in ISO 4217")
        @PayableCurrency
        String currency) {

    private static final String DECIMAL =
            "must be a decimal with at most 15 digits before and 4 after the point, for example 2.55";
    private static final String ABOVE_ZERO = "(?!-|[0.]+$).*";

    static PriceBody of(Money money) {
        return new PriceBody(money.amount(), money.currency());
    }

    Money toMoney() {
        return new Money(amount, currency);
    }
}

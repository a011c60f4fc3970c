package io.millrace.customers.customer.exposition;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.millrace.chassis.rest.PlainText;
import io.millrace.contracts.customers.Address;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Where a customer lives. Lines that are not known are left out. */
@Serdeable
@Schema(name = "Address")
record AddressBody(
        @Schema(description = "Street and house number", example = "12 Mill Lane")
        @Nullable
        @Size(max = 200)
        @Pattern(regexp = PlainText.PATTERN, message = PlainText.REASON)
        String street,

        @Schema(example = "SW1A 1AA")
        @Nullable
        @Size(max = 200)
        @Pattern(regexp = PlainText.PATTERN, message = PlainText.REASON)
        String postalCode,

        @Schema(example = "London")
        @Nullable
        @Size(max = 200)
        @Pattern(regexp = PlainText.PATTERN, message = PlainText.REASON)
        String city,

        @Schema(example = "United Kingdom")
        @Nullable
        @NotBlank
        @Size(max = 100)
        @Pattern(regexp = PlainText.PATTERN, message = PlainText.REASON)
        String country) {

    static AddressBody of(Address address) {
        return new AddressBody(address.street(), address.postalCode(), address.city(), address.country());
    }

    Address toAddress() {
        return new Address(orLeftOut(street), orLeftOut(postalCode), orLeftOut(city), country);
    }

    /** An empty field of a form is a line that is not known. */
    @Nullable
    private static String orLeftOut(@Nullable String line) {
        return line == null || line.isEmpty() ? null : line;
    }
}

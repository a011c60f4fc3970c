package io.millrace.delivery.shipment.exposition;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.millrace.contracts.customers.Address;
import io.swagger.v3.oas.annotations.media.Schema;

/** Where a shipment goes. Lines that are not known are left out. */
@Serdeable
@Schema(name = "Address")
record AddressView(
        @Schema(example = "12 Mill Lane") @Nullable String street,
        @Schema(example = "SW1A 1AA") @Nullable String postalCode,
        @Schema(example = "London") @Nullable String city,
        @Schema(example = "United Kingdom") String country) {

    static AddressView of(Address address) {
        return new AddressView(address.street(), address.postalCode(), address.city(), address.country());
    }
}

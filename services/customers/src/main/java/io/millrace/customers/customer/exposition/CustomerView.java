package io.millrace.customers.customer.exposition;

import io.micronaut.serde.annotation.Serdeable;
import io.millrace.customers.customer.service.Customer;
import io.swagger.v3.oas.annotations.media.Schema;

/** A customer as callers see it. */
@Serdeable
@Schema(name = "Customer")
record CustomerView(
        @Schema(example = "17850") String id,
        @Schema(example = "Customer 17850") String name,
        AddressBody address,

        @Schema(description = "Rises by one with each change; the ETag is this number in quotes", example = "1")
        long version) {

    static CustomerView of(Customer.Active customer) {
        return new CustomerView(customer.id(), customer.name(), AddressBody.of(customer.address()), customer.version());
    }
}

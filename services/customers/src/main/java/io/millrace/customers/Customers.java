package io.millrace.customers;

import io.micronaut.runtime.Micronaut;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;

/** The customers service. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Customers",
                        version = "1.0",
                        description =
                                "Who the shop's customers are and where they live. "
                                        + "Every change is an event on the stream CUSTOMERS, for other services to keep a copy."))
public final class Customers {

    private Customers() {}

    public static void main(String[] args) {
        Micronaut.run(Customers.class, args);
    }
}

package io.millrace.orders;

import io.micronaut.runtime.Micronaut;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;

/** The orders service. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Orders",
                        version = "1.0",
                        description =
                                "What customers ordered. Customers are known here from their events, so orders are taken "
                                        + "while the customers service is away. "
                                        + "Every change is an event on the stream ORDERS."))
public final class Orders {

    private Orders() {}

    public static void main(String[] args) {
        Micronaut.run(Orders.class, args);
    }
}

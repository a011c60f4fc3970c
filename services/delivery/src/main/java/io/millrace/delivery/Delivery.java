package io.millrace.delivery;

import io.micronaut.runtime.Micronaut;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;

/** The delivery service. Under another application name it is another service, with a stream and a database of its own. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Delivery",
                        version = "1.0",
                        description =
                                "A shipment for each confirmed order, addressed from this service's own copy of customers. "
                                        + "Shipments come from events, and are called off by them while they are in "
                                        + "the house; dispatch, delivery and return are reported here."))
public final class Delivery {

    private Delivery() {}

    public static void main(String[] args) {
        Micronaut.run(Delivery.class, args);
    }
}

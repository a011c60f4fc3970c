package io.millrace.inventory;

import io.micronaut.runtime.Micronaut;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;

/** The inventory service. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Inventory",
                        version = "1.0",
                        description =
                                "Products, what they cost, and how many pieces there are. Pieces are kept for orders as the "
                                        + "events of orders ask for it, never more than there are, and leave the house with "
                                        + "their parcels. Every change is an event on the stream INVENTORY."))
public final class Inventory {

    private Inventory() {}

    public static void main(String[] args) {
        Micronaut.run(Inventory.class, args);
    }
}

package io.millrace.delivery.evolution;

import io.micronaut.context.annotation.Requires;
import io.micronaut.serde.annotation.SerdeImport;
import io.millrace.chassis.handler.EventHandler;
import io.millrace.chassis.handler.Projection;
import io.millrace.contracts.customers.v1.CustomerRegistered;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A consumer that was written when customers had one name, and has not been touched since. */
@EventHandler(from = "customers", name = "old")
@SerdeImport(CustomerRegistered.class)
@Requires(property = OldReader.THERE)
class OldReader {

    static final String THERE = "tests.old-reader";

    final List<String> names = new CopyOnWriteArrayList<>();

    @Projection
    void registered(CustomerRegistered event) {
        names.add(event.name() + (event.phone() == null ? "" : ", " + event.phone()));
    }
}

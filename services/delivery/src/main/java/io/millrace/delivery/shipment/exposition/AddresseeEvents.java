package io.millrace.delivery.shipment.exposition;

import io.millrace.chassis.handler.EventHandler;
import io.millrace.chassis.handler.Reaction;
import io.millrace.chassis.handler.Received;
import io.millrace.contracts.customers.CustomerErased;
import io.millrace.contracts.customers.CustomerRegistered;
import io.millrace.delivery.shipment.service.ShipmentPlanning;
import java.util.List;

/**
 * What customers mean to shipments. The copy of customers is kept in the same transaction by the recipient feature; which
 * of the two comes first does not matter.
 */
@EventHandler(from = "customers")
class AddresseeEvents {

    private final ShipmentPlanning planning;

    AddresseeEvents(ShipmentPlanning planning) {
        this.planning = planning;
    }

    @Reaction
    void registered(List<Received<CustomerRegistered>> batch) {
        planning.registered(HeardEvents.of(batch));
    }

    @Reaction
    void erased(List<Received<CustomerErased>> batch) {
        planning.erased(HeardEvents.of(batch));
    }
}

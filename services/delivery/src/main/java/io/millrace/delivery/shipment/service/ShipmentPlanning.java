package io.millrace.delivery.shipment.service;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.millrace.contracts.Event;
import io.millrace.contracts.customers.CustomerErased;
import io.millrace.contracts.customers.CustomerRegistered;
import io.millrace.contracts.orders.OrderConfirmed;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What shipments do about the events of orders and customers. Each method runs within the transaction that the events are
 * handled in.
 *
 * <p>Orders and customers are heard on two streams by two transactions at once, in no order between them. A shipment whose
 * customer is not there yet waits, and whoever comes last prepares it. That works only if one of the two sees the other,
 * so each {@linkplain ShipmentStore#takeTurn() takes its turn} before it looks: without it, an order would not see the
 * customer that is not committed yet, nor the customer the order, and the shipment would wait for ever.
 *
 * <p>It is one turn for all, not a lock for each customer. A transaction handles several batches, one after the other, and
 * would take the locks of each without knowing of the next one's, so that no order of locking could be kept across them
 * and two transactions could block each other.
 */
@Singleton
public final class ShipmentPlanning {

    private final ShipmentStore store;

    public ShipmentPlanning(ShipmentStore store) {
        this.store = store;
    }

    /**
     * Confirmed orders make shipments. Those that can be addressed are prepared at once; those whose customer was erased are
     * called off; those that were {@linkplain ShipmentRecall called off} before stay where they are.
     */
    public void confirmed(List<Heard<OrderConfirmed>> batch) {
        store.takeTurn();
        Map<String, Heard<OrderConfirmed>> orders = byKey(batch, OrderConfirmed::orderId);
        List<Packed> shipments =
                orders.values().stream().map(heard -> Packed.of(heard.event())).toList();
        Set<String> waiting = store.add(shipments);
        Set<String> withAddress = store.withAddress(customersOf(shipments));
        Set<String> erased = store.erased(customersOf(shipments));
        store.saveAll(shipments.stream()
                .map(Packed::shipment)
                .filter(shipment -> waiting.contains(shipment.id()))
                .filter(shipment ->
                        withAddress.contains(shipment.customerId()) || erased.contains(shipment.customerId()))
                .map(shipment -> new CausedChange(
                        erased.contains(shipment.customerId()) ? shipment.callOff() : shipment.prepare(),
                        orders.get(shipment.id()).envelope()))
                .toList());
    }

    /** Customers arrive: what waited for them is prepared. */
    public void registered(List<Heard<CustomerRegistered>> batch) {
        store.takeTurn();
        Map<String, Heard<CustomerRegistered>> customers = byKey(batch, CustomerRegistered::customerId);
        store.saveAll(store.waitingFor(customers.keySet()).stream()
                .map(shipment -> new CausedChange(
                        shipment.prepare(), customers.get(shipment.customerId()).envelope()))
                .toList());
    }

    /**
     * Customers are forgotten, by what was sent to them as well. What is still in the house has nobody to go to any more, and
     * is called off.
     */
    public void erased(List<Heard<CustomerErased>> batch) {
        store.takeTurn();
        Map<String, Heard<CustomerErased>> customers = byKey(batch, CustomerErased::customerId);
        store.forget(customers.keySet());
        store.saveAll(store.inTheHouse(customers.keySet()).stream()
                .map(shipment -> new CausedChange(
                        shipment.callOff(), customers.get(shipment.customerId()).envelope()))
                .toList());
    }

    private static Set<String> customersOf(Collection<Packed> shipments) {
        return shipments.stream().map(packed -> packed.shipment().customerId()).collect(toSet());
    }

    private static <E extends Event> Map<String, Heard<E>> byKey(List<Heard<E>> batch, Function<E, String> key) {
        return batch.stream()
                .collect(toMap(
                        heard -> key.apply(heard.event()),
                        Function.identity(),
                        (first, again) -> first,
                        LinkedHashMap::new));
    }
}

package io.millrace.delivery.shipment.service;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where shipments are kept. What takes a collection makes one statement for each table, however many they are. */
public interface ShipmentStore {

    /**
     * Waits until no other transaction decides about shipments and their recipients, and keeps all others waiting until
     * the current transaction ends. What is read afterwards holds until then.
     *
     * @throws IllegalStateException if there is no current transaction
     */
    void takeTurn();

    /** Those of the customers whose name and address are known. */
    Set<String> withAddress(Collection<String> customerIds);

    /** Those of the customers who were erased. */
    Set<String> erased(Collection<String> customerIds);

    /** Shipments to one of the customers that have not left, ordered by id. */
    List<Shipment> inTheHouse(Collection<String> customerIds);

    /** Shipments that wait for one of the customers, ordered by id. */
    List<Shipment> waitingFor(Collection<String> customerIds);

    /** Those of the shipments that are there, ordered by id. */
    List<Shipment> among(Collection<String> ids);

    /**
     * Adds shipments with their lines, each at most once. One that is there already is left as it is, but for one that
     * lacks its customer: that takes customer and lines, and keeps its status and version.
     *
     * @return the ids of those that are new and wait
     */
    Set<String> add(List<Packed> shipments);

    /** Keeps changes of different shipments and emits their events, in the order given. Only in one's turn. */
    void saveAll(List<CausedChange> changes);

    /**
     * Keeps a change and emits its event, both or neither. A shipment that is sent takes along what is known of its
     * recipient at that moment.
     *
     * @return false, and nothing is kept, if the shipment is no longer at the version before the change, or is to be
     *     sent and the recipient is not known any more
     */
    boolean save(Change change);

    /** Removes name and address from shipments that were sent to one of the customers. Only in one's turn. */
    void forget(Collection<String> customerIds);

    Optional<Addressed> find(String id);

    /** The packing lines of a shipment, in the order's order. */
    List<PackingLine> lines(String id);

    /**
     * Shipments ordered by id.
     *
     * @param limit how many at most
     */
    List<Addressed> list(ShipmentQuery query, int limit);

    ShipmentFigures figures();
}

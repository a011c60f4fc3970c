package io.millrace.delivery.shipment.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.contracts.customers.Address;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Shipments in memory, for one thread. What was emitted can be looked at. */
final class ShipmentsInMemory implements ShipmentStore {

    static final Addressee.Known SOMEWHERE =
            new Addressee.Known("Customer 1", new Address(null, null, null, "United Kingdom"));

    private final Map<String, Packed> shipments = new TreeMap<>();
    private final Map<String, Addressee> recipients = new TreeMap<>();
    private final Map<String, Addressee> sentTo = new TreeMap<>();
    final List<CausedChange> caused = new ArrayList<>();
    final List<Change> reported = new ArrayList<>();

    void recipient(String customerId, Addressee addressee) {
        recipients.put(customerId, addressee);
    }

    Shipment shipment(String id) {
        return shipments.get(id).shipment();
    }

    @Override
    public void takeTurn() {}

    @Override
    public Set<String> withAddress(Collection<String> customerIds) {
        Set<String> known = new HashSet<>(customerIds);
        known.removeIf(id -> !(recipients.get(id) instanceof Addressee.Known));
        return known;
    }

    @Override
    public Set<String> erased(Collection<String> customerIds) {
        Set<String> erased = new HashSet<>(customerIds);
        erased.removeIf(id -> !(recipients.get(id) instanceof Addressee.Erased));
        return erased;
    }

    @Override
    public List<Shipment> inTheHouse(Collection<String> customerIds) {
        return all().stream()
                .filter(shipment ->
                        shipment.status() == ShipmentStatus.WAITING || shipment.status() == ShipmentStatus.PREPARED)
                .filter(shipment -> customerIds.contains(shipment.customerId()))
                .toList();
    }

    @Override
    public List<Shipment> waitingFor(Collection<String> customerIds) {
        return all().stream()
                .filter(shipment -> shipment.status() == ShipmentStatus.WAITING)
                .filter(shipment -> customerIds.contains(shipment.customerId()))
                .toList();
    }

    @Override
    public List<Shipment> among(Collection<String> ids) {
        return all().stream().filter(shipment -> ids.contains(shipment.id())).toList();
    }

    @Override
    public Set<String> add(List<Packed> added) {
        Set<String> ids = new HashSet<>();
        for (Packed packed : added) {
            Packed there = shipments.merge(packed.shipment().id(), packed, ShipmentsInMemory::filled);
            if (there == packed && packed.shipment().status() == ShipmentStatus.WAITING) {
                ids.add(packed.shipment().id());
            }
        }
        return ids;
    }

    private static Packed filled(Packed there, Packed added) {
        Shipment shipment = there.shipment();
        if (shipment.customerId() != null) {
            return there;
        }
        Shipment filled = new Shipment(
                shipment.id(),
                added.shipment().customerId(),
                shipment.status(),
                shipment.version(),
                added.shipment().lineCount());
        return new Packed(filled, added.lines());
    }

    @Override
    public void saveAll(List<CausedChange> changes) {
        assertThat(changes)
                .extracting(change -> change.change().after().id())
                .as("the shipments of one statement")
                .doesNotHaveDuplicates();
        changes.forEach(change -> replace(change.change().after()));
        caused.addAll(changes);
    }

    @Override
    public boolean save(Change change) {
        Shipment after = change.after();
        if (shipment(after.id()).version() != after.version() - 1) {
            return false;
        }
        if (after.status() == ShipmentStatus.DISPATCHED) {
            sentTo.put(after.id(), recipients.get(after.customerId()));
        }
        replace(after);
        reported.add(change);
        return true;
    }

    @Override
    public void forget(Collection<String> customerIds) {
        sentTo.replaceAll((id, addressee) ->
                customerIds.contains(shipment(id).customerId()) ? new Addressee.Erased() : addressee);
    }

    @Override
    public Optional<Addressed> find(String id) {
        return Optional.ofNullable(shipments.get(id)).map(Packed::shipment).map(this::addressed);
    }

    @Override
    public List<PackingLine> lines(String id) {
        return shipments.get(id).lines();
    }

    @Override
    public List<Addressed> list(ShipmentQuery query, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ShipmentFigures figures() {
        throw new UnsupportedOperationException();
    }

    private Addressed addressed(Shipment shipment) {
        Addressee current = recipients.getOrDefault(shipment.customerId(), new Addressee.Expected());
        return new Addressed(shipment, sentTo.getOrDefault(shipment.id(), current));
    }

    private List<Shipment> all() {
        return shipments.values().stream().map(Packed::shipment).toList();
    }

    private void replace(Shipment after) {
        shipments.computeIfPresent(after.id(), (_, packed) -> new Packed(after, packed.lines()));
    }
}

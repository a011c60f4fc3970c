package io.millrace.delivery.shipment.service;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Everything that people can ask for about shipments.
 *
 * <p>A repeated report changes nothing and emits nothing. Where an event or somebody else's report comes between reading
 * and saving, the decision is made anew on what is there then.
 */
@Singleton
public final class ShipmentDesk {

    private final ShipmentStore store;

    public ShipmentDesk(ShipmentStore store) {
        this.store = store;
    }

    public Optional<Addressed> find(String id) {
        return store.find(id);
    }

    public List<PackingLine> lines(String id) {
        return store.lines(id);
    }

    public List<Addressed> list(ShipmentQuery query, int limit) {
        return store.list(query, limit);
    }

    public ShipmentFigures figures() {
        return store.figures();
    }

    /** The shipment leaves the house, with the name and address that its customer has at this moment. */
    public Handover dispatch(String id) {
        return settle(() -> switch (store.find(id).orElse(null)) {
            case null -> Optional.of(new Handover.Unknown());
            case Addressed there -> dispatch(there);
        });
    }

    /** The shipment arrives. */
    public Handover deliver(String id) {
        return settle(() -> switch (store.find(id).orElse(null)) {
            case null -> Optional.of(new Handover.Unknown());
            case Addressed there -> deliver(there);
        });
    }

    /** The shipment comes back, from its customer or from the way there. */
    public Handover takeBack(String id) {
        return settle(() -> switch (store.find(id).orElse(null)) {
            case null -> Optional.of(new Handover.Unknown());
            case Addressed there -> takeBack(there);
        });
    }

    private Optional<Handover> dispatch(Addressed there) {
        Shipment shipment = there.shipment();
        return switch (shipment.status()) {
            case DISPATCHED, DELIVERED, RETURNED -> Optional.of(new Handover.Done(there));
            case CANCELLED -> Optional.of(new Handover.OutOfOrder(shipment.status()));
            case WAITING, PREPARED ->
                switch (there.addressee()) {
                    case Addressee.Erased _ -> Optional.of(new Handover.NobodyToSendTo());
                    case Addressee.Expected _ -> Optional.of(new Handover.OutOfOrder(shipment.status()));
                    case Addressee.Known _
                    when shipment.status() == ShipmentStatus.WAITING ->
                        Optional.of(new Handover.OutOfOrder(shipment.status()));
                    case Addressee.Known _ -> saved(shipment.dispatch());
                };
        };
    }

    private Optional<Handover> deliver(Addressed there) {
        Shipment shipment = there.shipment();
        return switch (shipment.status()) {
            case DELIVERED -> Optional.of(new Handover.Done(there));
            case WAITING, PREPARED, CANCELLED, RETURNED -> Optional.of(new Handover.OutOfOrder(shipment.status()));
            case DISPATCHED -> saved(shipment.deliver());
        };
    }

    private Optional<Handover> takeBack(Addressed there) {
        Shipment shipment = there.shipment();
        return switch (shipment.status()) {
            case RETURNED -> Optional.of(new Handover.Done(there));
            case WAITING, PREPARED, CANCELLED -> Optional.of(new Handover.OutOfOrder(shipment.status()));
            case DISPATCHED, DELIVERED -> saved(shipment.takeBack());
        };
    }

    private Optional<Handover> saved(Change change) {
        return store.save(change) ? store.find(change.after().id()).map(Handover.Done::new) : Optional.empty();
    }

    /** Empty means that a race was lost. Somebody else won it, so this ends. */
    private static <R> R settle(Supplier<Optional<R>> attempt) {
        Optional<R> outcome = attempt.get();
        while (outcome.isEmpty()) {
            outcome = attempt.get();
        }
        return outcome.get();
    }
}

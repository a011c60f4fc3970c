package io.millrace.delivery.shipment.service;

import io.millrace.contracts.orders.ShipmentCancelRequested;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What shipments do when they are not wanted any more.
 *
 * <p>Guarantees: each request is answered by one event, which names the request as its cause: {@code cancelled} if the
 * shipment is in the house and stays there for good, {@code cancellation_refused} if it left. Asked again, the answer is
 * the same: what was cancelled is never sent, and what was sent is never cancelled.
 *
 * <p>A request can be handled before its order's confirmation, though it is emitted behind it: when the confirmation is
 * parked, and within a batch, which keeps the order of an aggregate and no other. Then the request leaves a cancelled
 * shipment, and the confirmation finds it.
 */
@Singleton
public final class ShipmentRecall {

    private final ShipmentStore store;

    public ShipmentRecall(ShipmentStore store) {
        this.store = store;
    }

    /** Answers requests, within the transaction that they are handled in. */
    public void requested(List<Heard<ShipmentCancelRequested>> batch) {
        store.takeTurn();
        rounds(batch).forEach(this::answer);
    }

    private void answer(Map<String, Heard<ShipmentCancelRequested>> requests) {
        store.add(requests.keySet().stream().map(Packed::nothing).toList());
        store.saveAll(store.among(requests.keySet()).stream()
                .map(shipment -> new CausedChange(
                        shipment.callOff(), requests.get(shipment.id()).envelope()))
                .toList());
    }

    /** One after the other, each with one request at most for an order: every answer is a version of its own. */
    private static List<Map<String, Heard<ShipmentCancelRequested>>> rounds(
            List<Heard<ShipmentCancelRequested>> batch) {
        List<Map<String, Heard<ShipmentCancelRequested>>> rounds = new ArrayList<>();
        for (Heard<ShipmentCancelRequested> heard : batch) {
            if (rounds.stream()
                    .noneMatch(round -> round.putIfAbsent(heard.event().orderId(), heard) == null)) {
                rounds.add(new LinkedHashMap<>(Map.of(heard.event().orderId(), heard)));
            }
        }
        return rounds;
    }
}

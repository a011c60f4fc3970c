package io.millrace.inventory.reservation.service;

import io.millrace.contracts.Event;
import io.millrace.contracts.Pieces;
import io.millrace.contracts.delivery.ShipmentDispatched;
import io.millrace.contracts.delivery.ShipmentReturned;
import io.millrace.contracts.orders.StockReleaseRequested;
import io.millrace.contracts.orders.StockRequested;
import io.millrace.inventory.product.service.ShelfStore;
import io.millrace.inventory.product.service.Shelves;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What inventory does about the events of orders and delivery. Each method runs within the transaction that the events are
 * handled in, and decides about a whole batch in memory, in the order of its events: the number of statements does not
 * depend on how many they are.
 *
 * <p>Guarantee: no piece is kept twice. Stock is read under a lock that lasts until the transaction ends, so whoever else
 * holds, ships or restocks waits, and sees what was taken.
 *
 * <p>Orders and delivery are heard on two streams by two transactions at once, and each decides about several batches, one
 * after the other. It would lock the products of each without knowing of the next one's, so that no order of locking could
 * be kept across them. So each {@linkplain ReservationStore#takeTurn() takes its turn} first; within it products are locked
 * in the order of their SKUs. Whoever restocks or reprices locks one product, takes no turn, and waits for nobody after it.
 */
@Singleton
public final class ReservationKeeping {

    private final ReservationStore store;
    private final ShelfStore shelves;

    public ReservationKeeping(ReservationStore store, ShelfStore shelves) {
        this.store = store;
        this.shelves = shelves;
    }

    /** Orders want pieces: each gets all or none, the earlier one first. */
    public void requested(List<Heard<StockRequested>> batch) {
        store.takeTurn();
        Set<String> orderIds = orderIds(batch, StockRequested::orderId);
        Set<String> skus = batch.stream()
                .flatMap(heard -> heard.event().lines().stream())
                .map(Pieces::sku)
                .collect(Collectors.toSet());
        decide(
                store.reservations(orderIds),
                store.earlyParcels(orderIds),
                skus,
                book -> batch.forEach(heard -> book.request(
                        heard.event().orderId(), Wish.of(heard.event().lines()), heard.envelope())));
    }

    /** Orders have ended: what was kept for them can be had by others. */
    public void releaseRequested(List<Heard<StockReleaseRequested>> batch) {
        store.takeTurn();
        decide(
                store.reservations(orderIds(batch, StockReleaseRequested::orderId)),
                book -> batch.forEach(heard -> book.release(heard.event().orderId(), heard.envelope())));
    }

    /** Parcels left the house, with what was kept for their orders. */
    public void dispatched(List<Heard<ShipmentDispatched>> batch) {
        store.takeTurn();
        decide(
                store.reservations(orderIds(batch, ShipmentDispatched::orderId)),
                book -> batch.forEach(heard -> book.fulfil(heard.event().orderId(), heard.envelope())));
    }

    /** Parcels came back: what was in them can be had again. */
    public void returned(List<Heard<ShipmentReturned>> batch) {
        store.takeTurn();
        decide(
                store.reservations(orderIds(batch, ShipmentReturned::orderId)),
                book -> batch.forEach(heard -> book.takeBack(heard.event().orderId(), heard.envelope())));
    }

    private void decide(Map<String, Reservation> there, Consumer<Book> decisions) {
        decide(there, Map.of(), skusOf(there.values()), decisions);
    }

    private void decide(
            Map<String, Reservation> there, Map<String, Parcel> parcels, Set<String> skus, Consumer<Book> decisions) {
        Shelves locked = shelves.lock(skus);
        Book book = new Book(there, parcels, locked);
        decisions.accept(book);
        shelves.keep(locked);
        store.rememberParcels(book.parcelsToRemember());
        store.save(book.changes());
    }

    private static Set<String> skusOf(Collection<Reservation> reservations) {
        return reservations.stream()
                .flatMap(reservation -> reservation.lines().stream())
                .map(Pieces::sku)
                .collect(Collectors.toSet());
    }

    private static <E extends Event> Set<String> orderIds(List<Heard<E>> batch, Function<E, String> orderId) {
        return batch.stream().map(heard -> orderId.apply(heard.event())).collect(Collectors.toSet());
    }
}

package io.millrace.orders.order.service;

import io.millrace.contracts.Money;
import io.millrace.contracts.orders.OrderLine;
import io.millrace.orders.customer.service.CustomerBook;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/**
 * Everything that can be asked for about orders.
 *
 * <p>A repeated request changes nothing and emits nothing, even when it names the version that its first sending
 * changed: RFC 9110, section 13.1.1, allows to answer it as done. Where somebody else's change comes between reading and
 * saving, the decision is made anew on what is there then.
 */
@Singleton
public final class OrderDesk {

    private final OrderStore store;
    private final CustomerBook customers;

    public OrderDesk(OrderStore store, CustomerBook customers) {
        this.store = store;
        this.customers = customers;
    }

    public Optional<Order> find(String id) {
        return store.find(id);
    }

    /** Orders by id, without their lines. */
    public List<OrderSummary> list(OrderQuery query, int limit) {
        return store.list(query, limit);
    }

    public OrderFigures figures() {
        return store.figures();
    }

    /** @param lines at least one */
    public Placement place(String id, String customerId, List<OrderLine> lines) {
        return switch (Pricing.of(lines)) {
            case Pricing.Total(Money total) -> place(Order.place(id, customerId, lines, total));
            case Pricing.Refusal why -> new Placement.NotPriced(why);
        };
    }

    /** @param expected which versions the caller agrees to cancel */
    public Cancellation cancel(String id, String reason, LongPredicate expected) {
        return settle(() -> switch (store.find(id).orElse(null)) {
            case null -> Optional.of(new Cancellation.Unknown());
            case Order there
            when there.isCancelled() && wasEver(expected, there) -> Optional.of(new Cancellation.Done(there));
            case Order there
            when !there.isCancelled() && expected.test(there.version()) ->
                saved(there.cancel(reason)).map(Cancellation.Done::new);
            case Order there -> Optional.of(new Cancellation.OtherVersion(there.version()));
        });
    }

    /** Tries first and asks afterwards: most orders are new, and their customers known. */
    private Placement place(Change placing) {
        return settle(() -> saved(placing)
                .<Placement>map(Placement.Placed::new)
                .or(() -> store.find(placing.after().id()).map(there -> compare(there, placing.after())))
                .or(() -> withoutCustomer(placing.after().customerId())));
    }

    private static Placement compare(Order there, Order wanted) {
        return there.asksForTheSameAs(wanted) ? new Placement.AlreadyPlaced(there) : new Placement.IdTaken();
    }

    /** Empty if the customer is known by now. */
    private Optional<Placement> withoutCustomer(String customerId) {
        return switch (customers.standing(customerId)) {
            case UNKNOWN -> Optional.of(new Placement.UnknownCustomer());
            case ERASED -> Optional.of(new Placement.ErasedCustomer());
            case KNOWN -> Optional.empty();
        };
    }

    private Optional<Order> saved(Change change) {
        return store.save(change) ? Optional.of(change.after()) : Optional.empty();
    }

    private static boolean wasEver(LongPredicate expected, Order there) {
        return LongStream.rangeClosed(1, there.version()).anyMatch(expected);
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

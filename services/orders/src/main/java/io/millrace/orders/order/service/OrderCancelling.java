package io.millrace.orders.order.service;

import io.millrace.chassis.business.command.CommandHandler;
import jakarta.inject.Singleton;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;

/**
 * Cancels orders that are not wanted any more, as far as that is still possible.
 *
 * <p>A repeated request changes nothing and emits nothing, even when it names the version that its first sending
 * changed: RFC 9110, section 13.1.1, allows to answer it as done.
 */
@Singleton
public final class OrderCancelling implements CommandHandler<CancelOrder, Cancellation> {

    private final OrderStore store;
    private final Fulfilments fulfilments;

    public OrderCancelling(OrderStore store, Fulfilments fulfilments) {
        this.store = store;
        this.fulfilments = fulfilments;
    }

    @Override
    public Cancellation handle(CancelOrder command) {
        return store.find(command.id()).map(there -> cancel(there, command)).orElseGet(Cancellation.Unknown::new);
    }

    private Cancellation cancel(Order there, CancelOrder command) {
        return switch (there.status()) {
            case CANCELLED -> repeated(there, command, new Cancellation.Done(there));
            case CANCELLING -> repeated(there, command, new Cancellation.Begun(there));
            case SHIPPED, DELIVERED, RETURNED, REJECTED -> new Cancellation.TooLate(there);
            case PLACED, CONFIRMED ->
                command.expected().test(there.version())
                        ? begin(there, command)
                        : new Cancellation.OtherVersion(there.version());
        };
    }

    /** The fulfilment's row is locked first: from then on it tells this order nothing until all of this is committed. */
    private Cancellation begin(Order there, CancelOrder command) {
        if (!fulfilments.abort(there.id())) {
            return new Cancellation.TooLate(store.find(there.id()).orElse(there));
        }
        Order now = store.find(there.id()).orElse(there);
        return now.status().isOpen()
                ? store.change(now, now.requestCancellation(command.reason()))
                        .<Cancellation>map(Cancellation.Begun::new)
                        .orElseGet(() -> handle(command))
                : new Cancellation.TooLate(now);
    }

    private static Cancellation repeated(Order there, CancelOrder command, Cancellation answer) {
        return wasEver(command.expected(), there) ? answer : new Cancellation.OtherVersion(there.version());
    }

    private static boolean wasEver(LongPredicate expected, Order there) {
        return LongStream.rangeClosed(1, there.version()).anyMatch(expected);
    }
}

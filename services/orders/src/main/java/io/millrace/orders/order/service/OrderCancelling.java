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
        // An order and its fulfilment are committed together: who sees the one can hold the other.
        if (store.find(command.id()).isEmpty()) {
            return new Cancellation.Unknown();
        }
        // Before the order is read for good: what its fulfilment has to say waits until all of this is committed.
        boolean canBeUndone = fulfilments.hold(command.id());
        return store.find(command.id())
                .map(there -> cancel(there, command, canBeUndone))
                .orElseGet(Cancellation.Unknown::new);
    }

    private Cancellation cancel(Order there, CancelOrder command, boolean canBeUndone) {
        return switch (there.status()) {
            case CANCELLED -> repeated(there, command, new Cancellation.Done(there));
            case CANCELLING -> repeated(there, command, new Cancellation.Begun(there));
            case SHIPPED, DELIVERED, RETURNED, REJECTED -> new Cancellation.TooLate(there);
            case PLACED, CONFIRMED -> {
                if (!command.expected().test(there.version())) {
                    yield new Cancellation.OtherVersion(there.version());
                }
                yield canBeUndone ? begin(there, command) : new Cancellation.BeingRejected(there);
            }
        };
    }

    /** News of its parcel come to an order by another way: if one was faster, all is decided anew. */
    private Cancellation begin(Order there, CancelOrder command) {
        return store.change(there, there.requestCancellation(command.reason()))
                .<Cancellation>map(cancelling -> {
                    fulfilments.abort(there.id());
                    return new Cancellation.Begun(cancelling);
                })
                .orElseGet(() -> handle(command));
    }

    private static Cancellation repeated(Order there, CancelOrder command, Cancellation answer) {
        return wasEver(command.expected(), there) ? answer : new Cancellation.OtherVersion(there.version());
    }

    private static boolean wasEver(LongPredicate expected, Order there) {
        return LongStream.rangeClosed(1, there.version()).anyMatch(expected);
    }
}

package io.millrace.cli.prove.load;

import java.util.Deque;
import java.util.function.BooleanSupplier;

/**
 * The end of a caller's day: an order that can be sent is sent, and one that cannot is cancelled, until each of them is on
 * its way or over. Otherwise fulfilments would wait for ever for somebody to send a parcel.
 */
record Closing(Counters counters, Deque<OwnOrder> open) {

    private static final long PAUSE_MILLIS = 100;

    void run(BooleanSupplier givingUp) throws InterruptedException {
        while (!open.isEmpty() && !givingUp.getAsBoolean()) {
            if (!settleSome()) {
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    private boolean settleSome() throws InterruptedException {
        int before = open.size();
        for (int left = before; left > 0; left--) {
            OwnOrder order = open.removeFirst();
            if (!isSettled(order)) {
                open.addLast(order);
            }
        }
        return open.size() < before;
    }

    private boolean isSettled(OwnOrder order) throws InterruptedException {
        return switch (counters.orders().look(order)) {
            case SETTLED -> true;
            case IN_WORK -> false;
            case CONFIRMED -> counters.shipments().dispatch(order) || isCalledOff(order);
        };
    }

    /** Whose customer was erased has nobody to be sent to. What becomes of that, the next look shows. */
    private boolean isCalledOff(OwnOrder order) throws InterruptedException {
        if (order.customer.erased) {
            counters.orders().cancel(order, false);
        }
        return false;
    }
}

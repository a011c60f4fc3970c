package io.millrace.cli.prove.load;

import java.util.Deque;
import java.util.function.BooleanSupplier;

/**
 * The end of a caller's day: an order that was sent off is placed, one that can be sent is sent, until each of them is on its way or over. Otherwise fulfilments
 * would wait for ever for somebody to send a parcel.
 */
record Closing(Counters counters, Deque<Wish> wishes, Deque<OwnOrder> open) {

    private static final long PAUSE_MILLIS = 100;

    void run(BooleanSupplier givingUp) throws InterruptedException {
        while (!(wishes.isEmpty() && open.isEmpty()) && !givingUp.getAsBoolean()) {
            if (!placeSome() && !settleSome()) {
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    private boolean placeSome() throws InterruptedException {
        int before = wishes.size();
        for (int left = before; left > 0; left--) {
            Wish wish = wishes.removeFirst();
            if (wish.isPlaced(counters.orders())) {
                open.add(wish.order());
            } else {
                wishes.addLast(wish);
            }
        }
        return wishes.size() < before;
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
            case CONFIRMED -> counters.shipments().dispatch(order);
        };
    }
}

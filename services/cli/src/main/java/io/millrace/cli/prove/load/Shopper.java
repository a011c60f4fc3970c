package io.millrace.cli.prove.load;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/**
 * One caller, who does one thing after the other with customers and orders of its own, and shares a few customers and all
 * products with the others. It remembers what was confirmed to it, and holds each later answer against that.
 */
final class Shopper {

    private static final int CUSTOMERS = 40;
    private static final int PARCELS_TO_RETURN = 100;

    /** Nobody orders more before something of that is decided: what is behind must not fall behind for ever. */
    private static final int OPEN_ORDERS = 20;

    /** Between two requests while the shop is behind: they go on, but leave it the time to come after. */
    private static final long PATIENT_MILLIS = 500;

    private static final int HUNDRED = 100;

    /** After so many attempts to send a parcel it is time to look what its order says. */
    private static final int PATIENCE = 4;

    private final String name;
    private final SplittableRandom random;
    private final Counters counters;
    private final List<Shared> shared;
    private final Backlog backlog;

    private final List<OwnCustomer> own = new ArrayList<>();
    private final Deque<OwnOrder> open = new ArrayDeque<>();
    private final Deque<OwnOrder> toDeliver = new ArrayDeque<>();
    private final Deque<OwnOrder> delivered = new ArrayDeque<>();
    private int number;

    Shopper(String name, SplittableRandom random, Counters counters, List<Shared> shared, Backlog backlog) {
        this.name = name;
        this.random = random;
        this.counters = counters;
        this.shared = shared;
        this.backlog = backlog;
    }

    /** Goes on until told to stop, and then brings all its orders to an end. */
    void shop(BooleanSupplier stopping, BooleanSupplier givingUp) throws InterruptedException {
        while (!stopping.getAsBoolean()) {
            if (backlog.isLong()) {
                Thread.sleep(PATIENT_MILLIS);
            }
            doSomething(random.nextInt(HUNDRED));
        }
        new Closing(counters, open).run(givingUp);
    }

    private void doSomething(int dice) throws InterruptedException {
        if (own.isEmpty() || dice < 8) {
            register();
        } else if (dice < 16) {
            rename();
        } else if (dice < 20) {
            counters.customers().move(any(own), ++number + " Mill Lane");
        } else if (dice < 21) {
            counters.customers().erase(own.remove(random.nextInt(own.size())));
        } else if (dice < 25) {
            any(shared).rename(counters.customers(), name + " " + ++number);
        } else if (dice < 28) {
            counters.stock().restock(counters.catalogue().any(random), name + "-" + ++number);
        } else if (dice < 30) {
            counters.stock().reprice(counters.catalogue().any(random));
        } else if (dice < 54) {
            placeOrRename();
        } else if (dice < 58) {
            cancel();
        } else if (dice < 84) {
            dispatch();
        } else if (dice < 97) {
            deliver();
        } else {
            takeBack();
        }
    }

    private void register() throws InterruptedException {
        OwnCustomer customer = new OwnCustomer(name + "-c" + ++number);
        counters.customers().register(customer, "Customer of " + name);
        own.add(customer);
        if (own.size() > CUSTOMERS) {
            own.removeFirst();
        }
    }

    private void rename() throws InterruptedException {
        counters.customers().rename(any(own), name + " " + ++number + " & Söhne");
    }

    private void placeOrRename() throws InterruptedException {
        if (open.size() < OPEN_ORDERS) {
            place();
        } else {
            rename();
        }
    }

    private void place() throws InterruptedException {
        OwnOrder order = new OwnOrder(name + "-o" + ++number, any(own));
        List<Product> products = counters.catalogue().some(1 + random.nextInt(3), random);
        if (counters.orders().place(order, products, Cards.any(random))) {
            open.add(order);
        }
    }

    /** One that was placed just now, or one that was sent already. */
    private void cancel() throws InterruptedException {
        OwnOrder order = random.nextInt(5) == 0 ? toDeliver.peekFirst() : open.peekLast();
        if (order != null) {
            counters.orders().cancel(order, random.nextBoolean());
        }
    }

    private void dispatch() throws InterruptedException {
        OwnOrder order = open.poll();
        if (order == null) {
            return;
        }
        if (counters.shipments().dispatch(order)) {
            toDeliver.add(order);
        } else if (++order.attempts % PATIENCE != 0
                || counters.orders().look(order) != OrderRequests.Standing.SETTLED) {
            open.add(order);
        }
    }

    private void deliver() throws InterruptedException {
        OwnOrder order = toDeliver.poll();
        if (order != null) {
            counters.shipments().deliver(order);
            delivered.add(order);
        }
        if (delivered.size() > PARCELS_TO_RETURN) {
            delivered.removeFirst();
        }
    }

    /** From its customer, or from the way there. */
    private void takeBack() throws InterruptedException {
        OwnOrder order = random.nextBoolean() || delivered.isEmpty() ? toDeliver.poll() : delivered.poll();
        if (order != null) {
            counters.shipments().takeBack(order);
        }
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}

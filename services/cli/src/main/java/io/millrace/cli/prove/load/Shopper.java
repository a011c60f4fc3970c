package io.millrace.cli.prove.load;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/**
 * One caller, who does one thing after the other with customers and orders of its own, and shares a few customers with all
 * others. It remembers what was confirmed to it, and holds each later answer against that.
 */
final class Shopper {

    private static final int CUSTOMERS = 40;
    private static final int PARCELS = 400;
    private static final int HUNDRED = 100;

    private final String name;
    private final SplittableRandom random;
    private final CustomerRequests customers;
    private final OrderRequests orders;
    private final List<Shared> shared;

    private final List<OwnCustomer> own = new ArrayList<>();
    private final List<OwnOrder> placed = new ArrayList<>();
    private final Deque<OwnOrder> toDispatch = new ArrayDeque<>();
    private final Deque<OwnOrder> toDeliver = new ArrayDeque<>();
    private int number;

    Shopper(
            String name,
            SplittableRandom random,
            CustomerRequests customers,
            OrderRequests orders,
            List<Shared> shared) {
        this.name = name;
        this.random = random;
        this.customers = customers;
        this.orders = orders;
        this.shared = shared;
    }

    /** Goes on until told to stop. */
    void shop(BooleanSupplier stopping) throws InterruptedException {
        while (!stopping.getAsBoolean()) {
            doSomething(random.nextInt(HUNDRED));
        }
    }

    private void doSomething(int dice) throws InterruptedException {
        if (own.isEmpty() || dice < 10) {
            register();
        } else if (dice < 22) {
            customers.rename(any(own), name + " " + ++number + " & Söhne");
        } else if (dice < 28) {
            customers.move(any(own), ++number + " Mill Lane");
        } else if (dice < 29) {
            customers.erase(own.remove(random.nextInt(own.size())));
        } else if (dice < 36) {
            any(shared).rename(customers, name + " " + ++number);
        } else if (dice < 62) {
            place();
        } else if (dice < 64) {
            cancel();
        } else if (dice < 82) {
            dispatch();
        } else {
            deliver();
        }
    }

    private void register() throws InterruptedException {
        OwnCustomer customer = new OwnCustomer(name + "-c" + ++number);
        customers.register(customer, "Customer of " + name);
        own.add(customer);
        if (own.size() > CUSTOMERS) {
            own.removeFirst();
        }
    }

    private void place() throws InterruptedException {
        OwnOrder order = new OwnOrder(name + "-o" + ++number, any(own));
        if (orders.place(order, 1 + random.nextInt(3))) {
            placed.add(order);
            toDispatch.add(order);
        }
        if (placed.size() > PARCELS) {
            placed.removeFirst();
        }
    }

    private void cancel() throws InterruptedException {
        if (!placed.isEmpty()) {
            orders.cancel(placed.remove(random.nextInt(placed.size())));
        }
    }

    private void dispatch() throws InterruptedException {
        OwnOrder order = toDispatch.poll();
        if (order == null) {
            return;
        }
        switch (orders.dispatch(order)) {
            case DONE -> toDeliver.add(order);
            case LATER -> toDispatch.add(order);
            case NEVER -> placed.remove(order);
        }
    }

    private void deliver() throws InterruptedException {
        OwnOrder order = toDeliver.poll();
        if (order != null) {
            orders.deliver(order);
        }
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}

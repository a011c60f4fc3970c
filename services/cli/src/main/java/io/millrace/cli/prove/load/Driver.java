package io.millrace.cli.prove.load;

import io.millrace.cli.prove.stage.ProofStage;
import io.millrace.cli.shop.ServiceSpec;
import io.millrace.testkit.provider.SandboxCard;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Many callers at once, who change things through REST until they are told to stop. */
public final class Driver implements AutoCloseable {

    private static final Duration REQUEST = Duration.ofSeconds(2);
    private static final Duration KNOWN = Duration.ofSeconds(60);
    private static final long LOOK_MILLIS = 50;
    private static final int SHARED_CUSTOMERS = 8;

    private final CallersClient rest = new CallersClient(REQUEST);
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().daemon().name("caller ", 1).factory());
    private final Ledger ledger = new Ledger();
    private final CustomerRequests customers;
    private final OrderRequests orders;
    private final ShipmentRequests shipments;
    private final StockRequests stock;
    private final Backlog backlog;
    private volatile boolean stopping;
    private volatile boolean givingUp;

    public Driver(ProofStage stage) {
        this.customers = new CustomerRequests(service(stage, ServiceSpec.CUSTOMERS), ledger);
        this.orders = new OrderRequests(service(stage, ServiceSpec.ORDERS), ledger);
        this.shipments = new ShipmentRequests(service(stage, ServiceSpec.DELIVERY), ledger);
        this.stock = new StockRequests(service(stage, ServiceSpec.INVENTORY), ledger);
        this.backlog = new Backlog(stage);
    }

    private TwoInstances service(ProofStage stage, ServiceSpec spec) {
        return new TwoInstances(stage.instancesOf(spec), rest, ledger, () -> givingUp);
    }

    /**
     * Lists products, and lets callers begin once they can be ordered.
     *
     * @param name what all ids begin with
     * @param callers how many requests are on their way at once
     */
    public void start(String name, int callers, long seed) throws InterruptedException {
        Catalogue catalogue = Catalogue.of(name);
        for (Product product : catalogue.products()) {
            stock.list(product);
            stock.restock(product, name + "-first");
        }
        List<Shared> shared = sharedCustomers(name);
        Counters counters = new Counters(customers, orders, shipments, stock, catalogue);
        orderOneOfEach(name, counters);
        backlog.start();
        SplittableRandom seeds = new SplittableRandom(seed);
        IntStream.rangeClosed(1, callers)
                .mapToObj(number -> new Shopper(name + number, seeds.split(), counters, shared, backlog))
                .forEach(shopper -> threads.submit(() -> work(() -> shopper.shop(() -> stopping, () -> givingUp))));
    }

    /** Returns when orders has heard of all products. */
    private void orderOneOfEach(String name, Counters counters) throws InterruptedException {
        OwnCustomer first = new OwnCustomer(name + "-first");
        customers.register(first, "Customer of the first day");
        OwnOrder order = new OwnOrder(name + "-first", first);
        long end = System.nanoTime() + KNOWN.toNanos();
        while (!orders.placeFirst(order, counters.catalogue().products(), SandboxCard.APPROVE.token())) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("orders has not heard of products within " + KNOWN);
            }
            Thread.sleep(LOOK_MILLIS);
        }
        threads.submit(() -> work(
                () -> new Closing(counters, new ArrayDeque<>(), new ArrayDeque<>(List.of(order))).run(() -> givingUp)));
    }

    private List<Shared> sharedCustomers(String name) throws InterruptedException {
        List<Shared> shared = new ArrayList<>();
        for (int number = 1; number <= SHARED_CUSTOMERS; number++) {
            OwnCustomer customer = new OwnCustomer(name + "-shared-" + number);
            customers.register(customer, "Customer of all");
            shared.add(new Shared(customer.id, customer.version));
        }
        return shared;
    }

    private void work(Work work) {
        try {
            work.run();
        } catch (UnansweredException gaveUp) {
            // The ledger knows.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException defect) {
            ledger.surprise("a caller failed: " + defect);
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws InterruptedException;
    }

    public Ledger ledger() {
        return ledger;
    }

    /** Lets each caller bring its orders to an end. Who has not come to that within that time gives up. */
    public void finish(Duration patience) throws InterruptedException {
        stopping = true;
        threads.shutdown();
        if (!threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            givingUp = true;
            threads.awaitTermination(REQUEST.multipliedBy(2).toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void close() {
        stopping = true;
        givingUp = true;
        backlog.close();
        threads.shutdownNow();
    }
}

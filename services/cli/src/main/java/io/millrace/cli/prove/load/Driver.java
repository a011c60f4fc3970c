package io.millrace.cli.prove.load;

import io.millrace.cli.prove.stage.ProofStage;
import io.millrace.cli.shop.ServiceSpec;
import java.time.Duration;
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
    private static final int SHARED_CUSTOMERS = 8;

    private final CallersClient rest = new CallersClient(REQUEST);
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().daemon().name("caller ", 1).factory());
    private final Ledger ledger = new Ledger();
    private final CustomerRequests customers;
    private final OrderRequests orders;
    private volatile boolean stopping;
    private volatile boolean givingUp;

    public Driver(ProofStage stage) {
        this.customers = new CustomerRequests(service(stage, ServiceSpec.CUSTOMERS), ledger);
        this.orders =
                new OrderRequests(service(stage, ServiceSpec.ORDERS), service(stage, ServiceSpec.DELIVERY), ledger);
    }

    private TwoInstances service(ProofStage stage, ServiceSpec spec) {
        return new TwoInstances(stage.instancesOf(spec), rest, ledger, () -> givingUp);
    }

    /**
     * Lets them begin.
     *
     * @param name what all ids begin with
     * @param callers how many requests are on their way at once
     */
    public void start(String name, int callers, long seed) throws InterruptedException {
        List<Shared> shared = sharedCustomers(name);
        SplittableRandom seeds = new SplittableRandom(seed);
        IntStream.rangeClosed(1, callers)
                .mapToObj(number -> new Shopper(name + number, seeds.split(), customers, orders, shared))
                .forEach(shopper -> threads.submit(() -> shop(shopper)));
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

    private void shop(Shopper shopper) {
        try {
            shopper.shop(() -> stopping);
        } catch (UnansweredException gaveUp) {
            // The ledger knows.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException defect) {
            ledger.surprise("a caller failed: " + defect);
        }
    }

    public Ledger ledger() {
        return ledger;
    }

    /** Lets each caller finish what it is at. Who is not answered within that time gives up. */
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
        threads.shutdownNow();
    }
}

package io.millrace.cli.prove.fault;

import io.millrace.cli.prove.stage.ProofStage;
import io.millrace.cli.shop.ServiceSpec;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** All faults of a run, in lanes side by side. */
public final class Faults implements AutoCloseable {

    private final List<Lane> lanes;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private List<Future<Void>> running = List.of();
    private volatile boolean ending;

    /** @param lanes what strikes one after the other; two of different lanes may strike at once */
    public Faults(List<List<Fault>> lanes, ProofStage stage, long seed) {
        SplittableRandom seeds = new SplittableRandom(seed);
        this.lanes = lanes.stream()
                .map(faults -> new Lane(faults, stage, seeds.split()))
                .toList();
    }

    /** The usual ones: what hits the broker, and what hits services and their databases. */
    public static List<List<Fault>> usual() {
        List<ServiceSpec> publishing = List.of(ServiceSpec.CUSTOMERS, ServiceSpec.ORDERS);
        return List.of(
                List.of(new KilledNats()),
                List.of(
                        new KilledPostgres(),
                        new KilledInstance("kill -9 of the publishing service", publishing, "relay"),
                        new KilledInstance(
                                "kill -9 of the consuming service",
                                List.of(ServiceSpec.DELIVERY),
                                "consumer:delivery-orders")));
    }

    public void start() {
        running = lanes.stream()
                .map(lane -> threads.submit(() -> {
                    lane.run(() -> ending);
                    return (Void) null;
                }))
                .toList();
    }

    /** No new ones. Returns when those that have struck are over. */
    public void finish() throws InterruptedException {
        ending = true;
        for (Future<Void> lane : running) {
            try {
                lane.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    public List<Struck> results() {
        return lanes.stream().flatMap(lane -> lane.results().stream()).toList();
    }

    @Override
    public void close() {
        ending = true;
        threads.shutdownNow();
    }
}

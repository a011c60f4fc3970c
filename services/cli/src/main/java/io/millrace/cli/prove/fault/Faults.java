package io.millrace.cli.prove.fault;

import io.millrace.cli.prove.stage.ProofStage;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;

/** All faults of a run, in lanes side by side. */
public final class Faults implements AutoCloseable {

    private final List<Lane> lanes;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private List<Future<Void>> running = List.of();
    private final int atLeast;
    private volatile boolean ending;

    /**
     * Faults that have not begun.
     *
     * @param lanes what strikes one after the other; two of different lanes may strike at once
     * @param atLeast how often each strikes, however long that takes
     */
    public Faults(List<List<Fault>> lanes, ProofStage stage, long seed, int atLeast) {
        this.atLeast = atLeast;
        SplittableRandom seeds = new SplittableRandom(seed);
        ReadWriteLock services = new ReentrantReadWriteLock(true);
        this.lanes = lanes.stream()
                .map(faults -> new Lane(faults, stage, seeds.split(), services))
                .toList();
    }

    /**
     * All there are: what hits the broker, what hits the database, what hits ways and the payment provider, what hits services, and what
     * is wrong with events.
     *
     * @param away how long NATS is away when it is
     */
    public static List<List<Fault>> usual(Duration away) {
        Stream<List<Fault>> lanes = Stream.of(
                List.of(
                        new KilledNats(),
                        new NatsPowerCut(),
                        new NatsDiskFull(),
                        new NatsAway(away),
                        new RecreatedStream(),
                        new PurgedStream()),
                List.of(new KilledPostgres(), new PostgresPowerCut(), new StuckHandler()),
                List.of(
                        new SlowWay(Way.TO_NATS),
                        new CutWay(Way.TO_NATS),
                        new HalfClosedWay(Way.TO_NATS),
                        new SlowWay(Way.TO_POSTGRES),
                        new CutWay(Way.TO_POSTGRES),
                        new HalfClosedWay(Way.TO_POSTGRES),
                        new DeletedConsumer(),
                        new ProviderAway()),
                List.of(
                        new KilledInstance("kill -9 of the publishing service", Role.PUBLISHING),
                        new KilledInstance("kill -9 of the consuming service", Role.CONSUMING),
                        new PausedInstance("SIGSTOP of the relay's leader", Role.PUBLISHING),
                        new PausedInstance("SIGSTOP of a consumer's owner", Role.CONSUMING),
                        new RollingRestart(),
                        new ClockOff(),
                        new RestoredDatabase()));
        Stream<List<Fault>> poison = Stream.of(Poison.values()).map(kind -> List.of(new PoisonedEvent(kind)));
        return Stream.concat(lanes, poison).toList();
    }

    /** What strikes where NATS is a cluster of three servers. */
    public static List<List<Fault>> ofACluster() {
        return List.of(List.of(new KilledClusterLeader()));
    }

    /** Those of them that are over within seconds. */
    public static List<List<Fault>> quick() {
        return usual(Duration.ofSeconds(5)).stream()
                .map(lane -> lane.stream().filter(Fault::isQuick).toList())
                .toList();
    }

    public void start() {
        running = lanes.stream()
                .map(lane -> threads.submit(() -> {
                    lane.run(atLeast, () -> ending);
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

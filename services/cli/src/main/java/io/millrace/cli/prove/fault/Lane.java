package io.millrace.cli.prove.fault;

import io.millrace.cli.prove.stage.ProofStage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Faults that strike one after the other, at moments that a seed decides. Several lanes go on side by side. */
final class Lane {

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    private static final int LONGEST_PEACE_MILLIS = 2000;

    private final ProofStage stage;
    private final SplittableRandom random;
    private final ReadWriteLock services;
    private final Map<Fault, Tally> tallies = new LinkedHashMap<>();

    /** @param services the same for all lanes: who may count on services running as they should */
    Lane(List<Fault> faults, ProofStage stage, SplittableRandom random, ReadWriteLock services) {
        this.stage = stage;
        this.random = random;
        this.services = services;
        faults.forEach(fault -> tallies.put(fault, new Tally(fault)));
    }

    /**
     * Round after round, in each of which every fault strikes once, in another order.
     *
     * @param atLeast rounds that are finished even when it is time to end
     */
    void run(int atLeast, BooleanSupplier ending) throws InterruptedException {
        for (int round = 0; round < atLeast; round++) {
            round(() -> false);
        }
        while (!ending.getAsBoolean()) {
            round(ending);
        }
    }

    private void round(BooleanSupplier ending) throws InterruptedException {
        List<Fault> round = shuffled();
        while (!round.isEmpty() && !ending.getAsBoolean()) {
            Thread.sleep(random.nextInt(LONGEST_PEACE_MILLIS));
            strikeInTurn(round.removeLast());
        }
    }

    List<Struck> results() {
        return tallies.entrySet().stream()
                .map(tally -> tally.getValue().result(tally.getKey().note(stage)))
                .toList();
    }

    private void strikeInTurn(Fault fault) throws InterruptedException {
        Lock turn = fault.claim().in(services);
        turn.lockInterruptibly();
        try {
            strike(fault);
        } finally {
            turn.unlock();
        }
    }

    private void strike(Fault fault) throws InterruptedException {
        long began = System.nanoTime();
        LOG.info("{} …", fault.name());
        try {
            Recovery recovery = fault.strike(stage, random);
            Waiting.until(recovery.recovered(), "work does not go on");
            Duration took = Duration.ofNanos(System.nanoTime() - recovery.sinceNanos());
            Waiting.until(recovery.whole(), "a part does not come back");
            tallies.get(fault).recovered(took);
            LOG.info("{}: over after {} ms, all whole after {} ms", fault.name(), took.toMillis(), sinceMillis(began));
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            LOG.warn("{}: not over after {} ms", fault.name(), sinceMillis(began), e);
            tallies.get(fault)
                    .failed(Duration.ofNanos(System.nanoTime() - began), fault.name() + ": " + e.getMessage());
        }
    }

    private static long sinceMillis(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos).toMillis();
    }

    private List<Fault> shuffled() {
        List<Fault> round = new ArrayList<>(tallies.keySet());
        for (int last = round.size() - 1; last > 0; last--) {
            round.set(last, round.set(random.nextInt(last + 1), round.get(last)));
        }
        return round;
    }
}

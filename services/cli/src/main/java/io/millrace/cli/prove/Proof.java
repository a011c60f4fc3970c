package io.millrace.cli.prove;

import io.millrace.cli.prove.fault.Faults;
import io.millrace.cli.prove.invariant.Evidence;
import io.millrace.cli.prove.invariant.Invariants;
import io.millrace.cli.prove.invariant.Settled;
import io.millrace.cli.prove.invariant.Verdict;
import io.millrace.cli.prove.load.Driver;
import io.millrace.cli.prove.stage.ProofStage;
import io.nats.client.Connection;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** One run: in each act load and faults side by side, then peace, then a look at everything. */
public final class Proof {

    private static final Duration ORDERS_TO_END = Duration.ofSeconds(180);
    private static final Duration SETTLING = Duration.ofSeconds(120);
    private static final Duration REHEARSAL = Duration.ofSeconds(5);
    private static final int CALLERS_AT_REHEARSAL = 2;
    private static final long SECOND_MILLIS = 1000;

    private final ProofPlan plan;
    private final Path place;

    /** @param place an empty folder for all that is stored */
    public Proof(ProofPlan plan, Path place) {
        this.plan = plan;
        this.place = place;
    }

    /** @param eachSecond runs once for each second of the plan */
    public ProofResult run(Runnable eachSecond) throws IOException, InterruptedException {
        ProofResult result = ProofResult.nothing(plan);
        for (Act act : plan.acts()) {
            Path shop = place.resolve("shop-" + (plan.acts().indexOf(act) + 1));
            result = result.and(run(act, shop, eachSecond));
        }
        return result;
    }

    private ProofResult run(Act act, Path shop, Runnable eachSecond) throws IOException, InterruptedException {
        try (ProofStage stage = new ProofStage(shop, act.kind())) {
            stage.startServers();
            stage.rehearse(() -> warmUp(stage));
            stage.startInstances();
            return run(act, stage, eachSecond);
        }
    }

    private void warmUp(ProofStage stage) throws InterruptedException {
        try (Driver driver = new Driver(stage)) {
            driver.start("r", CALLERS_AT_REHEARSAL, plan.seed());
            Thread.sleep(REHEARSAL);
            driver.finish(ORDERS_TO_END);
        }
    }

    private ProofResult run(Act act, ProofStage stage, Runnable eachSecond) throws IOException, InterruptedException {
        try (Driver driver = new Driver(stage);
                Faults faults = new Faults(act.lanes(), stage, plan.seed(), act.atLeast())) {
            long began = System.nanoTime();
            driver.start("s", plan.callers(), plan.seed());
            faults.start();
            for (long second = 0; second < act.length().toSeconds(); second++) {
                Thread.sleep(SECOND_MILLIS);
                eachSecond.run();
            }
            faults.finish();
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            driver.finish(ORDERS_TO_END);
            return look(stage, driver, faults, took);
        }
    }

    private ProofResult look(ProofStage stage, Driver driver, Faults faults, Duration took)
            throws IOException, InterruptedException {
        Evidence.Databases databases = stage.database()::connect;
        try (Connection nats = stage.nats().connect()) {
            boolean settled = Settled.await(databases, nats, SETTLING);
            List<Verdict> verdicts = Invariants.check(() -> Evidence.gather(
                    driver.ledger(),
                    databases,
                    stage.provider().charges(),
                    stage.provider().refunds(),
                    nats));
            return new ProofResult(plan.seed(), took, driver.ledger().count(), settled, faults.results(), verdicts);
        }
    }
}

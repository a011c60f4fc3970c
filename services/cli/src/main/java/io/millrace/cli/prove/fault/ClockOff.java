package io.millrace.cli.prove.fault;

import io.millrace.cli.prove.clock.SkewedClock;
import io.millrace.cli.prove.stage.Instance;
import io.millrace.cli.prove.stage.ProofStage;
import java.util.Map;
import java.util.random.RandomGenerator;

/** An instance is restarted with its clock an hour ahead or behind, and keeps it until it is started the next time. */
record ClockOff() implements Fault {

    @Override
    public String name() {
        return "the clock of one process off by an hour";
    }

    @Override
    public Claim claim() {
        return Claim.OWN_DATABASES;
    }

    @Override
    public Recovery strike(ProofStage stage, RandomGenerator random) throws Exception {
        Vitals vitals = new Vitals(stage);
        Instance victim = vitals.any(random);
        String offset = random.nextBoolean() ? "1h" : "-1h";
        victim.stop();
        long since = System.nanoTime();
        victim.start(Map.of(SkewedClock.VARIABLE, offset));
        return new Recovery(since, vitals.takenOverFrom(victim), vitals.backAgain(victim));
    }

    @Override
    public String note(ProofStage stage) {
        return "the clock that the chassis injects, not the machine's";
    }
}

package io.millrace.cli.prove.fault;

import io.millrace.cli.prove.stage.ProofStage;
import java.util.random.RandomGenerator;

/** The machine of PostgreSQL loses its power: what was not synced is gone. */
record PostgresPowerCut() implements Fault {

    @Override
    public String name() {
        return "power cut of PostgreSQL";
    }

    @Override
    public Recovery strike(ProofStage stage, RandomGenerator random) throws Exception {
        long since = System.nanoTime();
        stage.database().losePower();
        Vitals vitals = new Vitals(stage);
        return new Recovery(since, vitals.committing(), vitals.allReady());
    }

    @Override
    public String note(ProofStage stage) {
        return stage.database().canLosePower() ? "" : "no loop mount here: kill -9 instead";
    }
}

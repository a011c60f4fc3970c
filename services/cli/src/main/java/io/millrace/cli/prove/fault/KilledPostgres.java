package io.millrace.cli.prove.fault;

import io.millrace.cli.prove.stage.ProofStage;
import java.util.random.RandomGenerator;

/** SIGKILL for PostgreSQL with all its processes, and a start at once. */
record KilledPostgres() implements Fault {

    @Override
    public String name() {
        return "kill -9 of PostgreSQL";
    }

    @Override
    public Recovery strike(ProofStage stage, RandomGenerator random) throws Exception {
        long since = System.nanoTime();
        stage.database().crash();
        Vitals vitals = new Vitals(stage);
        return new Recovery(since, vitals.committing(), vitals.allReady());
    }
}

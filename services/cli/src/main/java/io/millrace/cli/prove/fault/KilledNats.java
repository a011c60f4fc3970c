package io.millrace.cli.prove.fault;

import io.millrace.cli.prove.stage.ProofStage;
import java.util.random.RandomGenerator;

/** SIGKILL for nats-server, and a start at once. */
record KilledNats() implements Fault {

    @Override
    public String name() {
        return "kill -9 of nats-server";
    }

    @Override
    public Recovery strike(ProofStage stage, RandomGenerator random) throws Exception {
        stage.broker().kill();
        long since = System.nanoTime();
        stage.broker().start();
        return Recovery.since(since, new Vitals(stage).flowing());
    }
}

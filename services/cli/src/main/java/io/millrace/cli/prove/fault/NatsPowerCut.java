package io.millrace.cli.prove.fault;

import io.millrace.cli.prove.stage.ProofStage;
import java.util.random.RandomGenerator;

/** The machine of nats-server loses its power: what was not synced is gone. */
record NatsPowerCut() implements Fault {

    @Override
    public String name() {
        return "power cut of nats-server";
    }

    @Override
    public Recovery strike(ProofStage stage, RandomGenerator random) throws Exception {
        long since = System.nanoTime();
        stage.broker().losePower();
        return Recovery.since(since, new Vitals(stage).flowing());
    }

    @Override
    public String note(ProofStage stage) {
        return stage.broker().canLosePower() ? "sync_interval: always" : "no loop mount here: kill -9 instead";
    }
}

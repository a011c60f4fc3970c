package io.millrace.cli.prove.fault;

import io.millrace.cli.prove.stage.ProofStage;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** nats-server is stopped in good order and stays away. */
record NatsAway(Duration time) implements Fault {

    @Override
    public String name() {
        return "NATS away for %d s".formatted(time.toSeconds());
    }

    @Override
    public Recovery strike(ProofStage stage, RandomGenerator random) throws Exception {
        stage.broker().stop();
        try {
            Thread.sleep(time);
        } finally {
            stage.broker().start();
        }
        return Recovery.since(System.nanoTime(), new Vitals(stage).flowing());
    }
}

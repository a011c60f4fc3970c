package io.millrace.cli.prove.fault;

import io.millrace.cli.prove.stage.ProofStage;
import java.util.random.RandomGenerator;

/** The disk of nats-server is full. Somebody makes room and restarts the server, which had given up JetStream. */
record NatsDiskFull() implements Fault {

    private static final int LONGEST_MILLIS = 4000;

    @Override
    public String name() {
        return "full disk for NATS";
    }

    @Override
    public Recovery strike(ProofStage stage, RandomGenerator random) throws Exception {
        if (!stage.broker().canLosePower()) {
            return Recovery.since(System.nanoTime(), () -> true);
        }
        try {
            stage.broker().fillDisk();
            Thread.sleep(random.nextInt(LONGEST_MILLIS));
        } finally {
            stage.broker().stop();
            stage.broker().makeRoomOnDisk();
            stage.broker().start();
        }
        return Recovery.since(System.nanoTime(), new Vitals(stage).flowing());
    }

    @Override
    public String note(ProofStage stage) {
        return stage.broker().canLosePower() ? "" : "no loop mount here: left out";
    }
}

package io.millrace.cli.prove.fault;

import io.millrace.cli.prove.stage.ProofStage;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Somebody deletes a stream. Its service makes it anew and stops; an operator has everything published again. */
record RecreatedStream() implements Fault {

    @Override
    public String name() {
        return "a stream deleted and recreated";
    }

    @Override
    public Claim claim() {
        return Claim.OWN_DATABASES;
    }

    @Override
    public Recovery strike(ProofStage stage, RandomGenerator random) throws Exception {
        OwnedStream stream = OwnedStream.any(stage, random);
        Map<Long, String> landmarks = Waiting.forAnswer(stream::landmarks);
        long since = System.nanoTime();
        try (Operator operator = new Operator(stage)) {
            new StreamRepair(stream, operator).run();
        }
        return new Recovery(since, new Vitals(stage).flowing(), () -> stream.isWhole(landmarks));
    }

    @Override
    public String note(ProofStage stage) {
        return "put back by republish; relay and consumers had stopped";
    }
}

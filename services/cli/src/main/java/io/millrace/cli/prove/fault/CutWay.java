package io.millrace.cli.prove.fault;

import io.millrace.cli.prove.stage.Instance;
import io.millrace.cli.prove.stage.ProofStage;
import java.util.random.RandomGenerator;

/** All connections of all processes to a server are reset, several times in a row. */
record CutWay(Way way) implements Fault {

    private static final int MOST_CUTS = 4;
    private static final int LONGEST_MILLIS = 500;

    @Override
    public String name() {
        return "connections to %s cut".formatted(way.server());
    }

    @Override
    public Recovery strike(ProofStage stage, RandomGenerator random) throws Exception {
        for (int cut = random.nextInt(1, MOST_CUTS); cut > 0; cut--) {
            for (Instance instance : stage.instances()) {
                way.of(instance).cut();
            }
            Thread.sleep(random.nextInt(LONGEST_MILLIS));
        }
        return Recovery.since(System.nanoTime(), way.working(new Vitals(stage)));
    }
}

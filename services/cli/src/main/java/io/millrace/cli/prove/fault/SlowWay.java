package io.millrace.cli.prove.fault;

import io.millrace.cli.prove.stage.Instance;
import io.millrace.cli.prove.stage.ProofStage;
import io.millrace.cli.prove.stage.TcpProxy;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** Whatever one process and a server say to each other arrives late. */
record SlowWay(Way way) implements Fault {

    private static final int LONGEST_DELAY_MILLIS = 400;
    private static final Duration TIME = Duration.ofSeconds(4);

    @Override
    public String name() {
        return "connections to %s slow".formatted(way.server());
    }

    @Override
    public Recovery strike(ProofStage stage, RandomGenerator random) throws Exception {
        Vitals vitals = new Vitals(stage);
        Instance victim = vitals.any(random);
        TcpProxy proxy = way.of(victim);
        proxy.delay(Duration.ofMillis(random.nextInt(1, LONGEST_DELAY_MILLIS)));
        try {
            Thread.sleep(TIME);
        } finally {
            proxy.heal();
        }
        return Recovery.since(System.nanoTime(), way.working(vitals));
    }
}

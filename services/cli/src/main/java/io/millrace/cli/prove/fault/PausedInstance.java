package io.millrace.cli.prove.fault;

import io.millrace.cli.prove.stage.Instance;
import io.millrace.cli.prove.stage.ProofStage;
import io.millrace.cli.shop.ServiceSpec;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * SIGSTOP for the instance that has a role, until the other one has taken over, then SIGCONT: a zombie goes on where it
 * stood, as the owner it no longer is.
 */
record PausedInstance(String name, Role role) implements Fault {

    private static final int LONGEST_MILLIS = 1500;

    @Override
    public Claim claim() {
        return Claim.OWN_DATABASES;
    }

    @Override
    public Recovery strike(ProofStage stage, RandomGenerator random) throws Exception {
        Vitals vitals = new Vitals(stage);
        ServiceSpec service = role.any(random);
        Instance victim = vitals.holder(service, role.lease(service));
        long since = System.nanoTime();
        victim.pause();
        try {
            Waiting.until(vitals.takenOverFrom(victim), "nobody takes over");
            Duration took = Duration.ofNanos(System.nanoTime() - since);
            Thread.sleep(random.nextInt(LONGEST_MILLIS));
            return Recovery.took(took, vitals.backAgain(victim));
        } finally {
            victim.resume();
        }
    }
}

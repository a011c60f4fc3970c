package io.millrace.cli.prove.fault;

import io.millrace.cli.prove.stage.Instance;
import io.millrace.cli.prove.stage.ProofStage;
import io.millrace.cli.shop.ServiceSpec;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** Both instances of a service, one after the other, are stopped in good order and started again. */
record RollingRestart() implements Fault {

    @Override
    public String name() {
        return "rolling restart, in good order";
    }

    @Override
    public Claim claim() {
        return Claim.OWN_DATABASES;
    }

    @Override
    public Recovery strike(ProofStage stage, RandomGenerator random) throws Exception {
        Vitals vitals = new Vitals(stage);
        ServiceSpec service = ServiceSpec.ALL.get(random.nextInt(ServiceSpec.ALL.size()));
        Duration longest = Duration.ZERO;
        for (Instance instance : stage.instancesOf(service)) {
            instance.stop();
            long stopped = System.nanoTime();
            Waiting.until(vitals.takenOverFrom(instance), "nobody takes over");
            Duration took = Duration.ofNanos(System.nanoTime() - stopped);
            longest = took.compareTo(longest) > 0 ? took : longest;
            Waiting.until(vitals.backAgain(instance), instance.name() + " does not come back");
        }
        return Recovery.took(longest, () -> true);
    }
}

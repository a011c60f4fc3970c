package io.millrace.cli.prove.fault;

import io.millrace.cli.prove.stage.Instance;
import io.millrace.cli.prove.stage.ProofStage;
import io.millrace.cli.shop.ServiceSpec;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * SIGKILL for the instance that has a lease, and a start at once.
 *
 * @param lease {@code relay} for one that publishes, {@code consumer:…} for one that handles events
 */
record KilledInstance(String name, List<ServiceSpec> services, String lease) implements Fault {

    @Override
    public Claim claim() {
        return Claim.OWN_DATABASES;
    }

    @Override
    public Recovery strike(ProofStage stage, RandomGenerator random) throws Exception {
        Vitals vitals = new Vitals(stage);
        ServiceSpec service = services.get(random.nextInt(services.size()));
        Instance victim = vitals.holder(service, lease);
        long since = System.nanoTime();
        victim.kill();
        // Under its own name it would take its leases again at once, so it comes back when the other has taken over.
        return new Recovery(since, vitals.takenOverFrom(victim), vitals.backAgain(victim));
    }
}

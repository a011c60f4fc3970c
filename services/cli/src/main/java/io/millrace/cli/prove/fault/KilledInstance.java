package io.millrace.cli.prove.fault;

import io.millrace.cli.prove.stage.Instance;
import io.millrace.cli.prove.stage.ProofStage;
import io.millrace.cli.shop.ServiceSpec;
import java.util.random.RandomGenerator;

/**
 * SIGKILL for the instance that has a role, and a start at once.
 */
record KilledInstance(String name, Role role) implements Fault {

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
        victim.kill();
        // Under its own name it would take its leases again at once, so it comes back when the other has taken over.
        return new Recovery(since, vitals.takenOverFrom(victim), vitals.backAgain(victim));
    }
}

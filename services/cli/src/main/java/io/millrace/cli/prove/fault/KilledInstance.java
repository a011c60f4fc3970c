package io.millrace.cli.prove.fault;

import io.millrace.cli.prove.stage.Instance;
import io.millrace.cli.prove.stage.ProofStage;
import io.millrace.cli.shop.ServiceSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * SIGKILL for the instance that has a role, and a start at once. Each service has its turn.
 */
final class KilledInstance implements Fault {

    private final String name;
    private final Role role;
    private final Turns turns;
    private final Map<ServiceSpec, Integer> killed = new LinkedHashMap<>();

    KilledInstance(String name, Role role) {
        this.name = name;
        this.role = role;
        this.turns = new Turns(role.services());
        role.services().forEach(service -> killed.put(service, 0));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Claim claim() {
        return Claim.OWN_DATABASES;
    }

    @Override
    public Recovery strike(ProofStage stage, RandomGenerator random) throws Exception {
        Vitals vitals = new Vitals(stage);
        ServiceSpec service = turns.next(random);
        Instance victim = vitals.holder(service, role.lease(service));
        long since = System.nanoTime();
        victim.kill();
        synchronized (killed) {
            killed.merge(service, 1, Integer::sum);
        }
        // Under its own name it would take its leases again at once, so it comes back when the other has taken over.
        return new Recovery(since, vitals.takenOverFrom(victim), vitals.backAgain(victim));
    }

    /** How often each service was killed. */
    @Override
    public String note(ProofStage stage) {
        synchronized (killed) {
            return killed.entrySet().stream()
                    .map(service -> service.getKey().name() + " " + service.getValue())
                    .collect(Collectors.joining(", "));
        }
    }
}

package io.millrace.cli.prove.fault;

import io.millrace.cli.prove.stage.ProofStage;
import io.millrace.cli.shop.ServiceSpec;
import java.util.random.RandomGenerator;

/** A server sees the connections of one process end, and closes them. The process sees nothing. */
record HalfClosedWay(Way way) implements Fault {

    @Override
    public String name() {
        return "connections to %s half closed".formatted(way.server());
    }

    @Override
    public boolean isQuick() {
        return false;
    }

    @Override
    public Recovery strike(ProofStage stage, RandomGenerator random) throws Exception {
        Vitals vitals = new Vitals(stage);
        ServiceSpec service = ServiceSpec.ALL.get(random.nextInt(ServiceSpec.ALL.size()));
        way.of(vitals.holder(service, "relay")).halfClose();
        return Recovery.since(System.nanoTime(), way.working(vitals));
    }
}

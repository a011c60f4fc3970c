package io.millrace.cli.prove.fault;

import io.millrace.cli.prove.stage.BrokerCluster;
import io.millrace.cli.prove.stage.ProofStage;
import java.util.List;
import java.util.random.RandomGenerator;

/** SIGKILL for the server that leads a stream of three replicas, and a start. */
record KilledClusterLeader() implements Fault {

    private static final List<String> STREAMS = List.of("CUSTOMERS", "ORDERS", "DELIVERY", "INVENTORY", "BILLING");

    @Override
    public String name() {
        return "kill -9 of a stream's leader in a cluster of three";
    }

    @Override
    public String note(ProofStage stage) {
        return "a shop of its own, streams with three replicas";
    }

    @Override
    public Recovery strike(ProofStage stage, RandomGenerator random) throws Exception {
        BrokerCluster cluster = stage.cluster();
        String stream = STREAMS.get(random.nextInt(STREAMS.size()));
        long since = System.nanoTime();
        Waiting.forAnswer(() -> cluster.killLeaderOf(stream));
        return new Recovery(since, new Vitals(stage).flowing(), () -> allWhole(cluster));
    }

    private static boolean allWhole(BrokerCluster cluster) throws Exception {
        for (String stream : STREAMS) {
            if (!cluster.isWhole(stream)) {
                return false;
            }
        }
        return true;
    }
}

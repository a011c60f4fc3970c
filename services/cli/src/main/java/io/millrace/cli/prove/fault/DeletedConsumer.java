package io.millrace.cli.prove.fault;

import io.millrace.cli.prove.stage.ProofStage;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;

/** Somebody deletes a durable consumer by hand. */
record DeletedConsumer() implements Fault {

    private static final List<String> STREAMS = List.of("CUSTOMERS", "ORDERS", "DELIVERY", "INVENTORY", "BILLING");

    @Override
    public String name() {
        return "a durable consumer deleted by hand";
    }

    @Override
    public Recovery strike(ProofStage stage, RandomGenerator random) throws Exception {
        String stream = STREAMS.get(random.nextInt(STREAMS.size()));
        Waiting.until(() -> deleteOne(stage, stream, random), "no consumer of " + stream + " can be deleted");
        return Recovery.since(System.nanoTime(), new Vitals(stage).flowing());
    }

    private static boolean deleteOne(ProofStage stage, String stream, RandomGenerator random) throws Exception {
        try (Connection nats = stage.nats().connect()) {
            JetStreamManagement management = nats.jetStreamManagement();
            List<String> names = management.getConsumerNames(stream).stream()
                    .filter(name -> name.contains("-"))
                    .toList();
            if (!names.isEmpty()) {
                delete(management, stream, names.get(random.nextInt(names.size())));
            }
            return !names.isEmpty();
        }
    }

    private static void delete(JetStreamManagement management, String stream, String consumer) throws IOException {
        try {
            management.deleteConsumer(stream, consumer);
        } catch (JetStreamApiException itsOwnerWasFaster) {
            // It is being made anew at this very moment.
        }
    }
}

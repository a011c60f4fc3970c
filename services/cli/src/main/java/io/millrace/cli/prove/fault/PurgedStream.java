package io.millrace.cli.prove.fault;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.millrace.cli.prove.fault.OwnedStream.Reader;
import io.millrace.cli.prove.stage.ProofStage;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Somebody purges a stream by mistake, in half of all cases while a consumer is paused and lags: that one must stop and say
 * so. An operator deletes the stream and has everything published again.
 */
record PurgedStream() implements Fault {

    private static final int LAG = 5;

    @Override
    public String name() {
        return "a stream purged";
    }

    @Override
    public Claim claim() {
        return Claim.OWN_DATABASES;
    }

    @Override
    public Recovery strike(ProofStage stage, RandomGenerator random) throws Exception {
        OwnedStream stream = OwnedStream.any(stage, random);
        Map<Long, String> landmarks = Waiting.forAnswer(stream::landmarks);
        List<Reader> readers = Waiting.forAnswer(stream::readers).stream()
                .filter(PurgedStream::mayLag)
                .toList();
        long since;
        try (Operator operator = new Operator(stage)) {
            StreamRepair repair = new StreamRepair(stream, operator);
            if (random.nextBoolean() && !readers.isEmpty()) {
                Reader late = readers.get(random.nextInt(readers.size()));
                since = purgeBefore(late, stream, operator);
                Waiting.until(repair.stops(late), late.name() + " does not stop though it missed something");
            } else {
                since = purge(stream);
            }
            repair.run();
        }
        return new Recovery(since, new Vitals(stage).flowing(), () -> stream.isWhole(landmarks));
    }

    /** Billing says nothing more before it has heard what it said: paused at the wrong moment, it would never lag. */
    private static boolean mayLag(Reader reader) {
        return !reader.name().equals("billing-billing");
    }

    /** Purges what a consumer has not handled yet. */
    private static long purgeBefore(Reader late, OwnedStream stream, Operator operator) throws Exception {
        say("pause", late, operator);
        try {
            Waiting.until(() -> stream.lag(late) >= LAG, late.name() + " does not lag");
            return purge(stream);
        } finally {
            say("resume", late, operator);
        }
    }

    private static long purge(OwnedStream stream) throws Exception {
        long since = System.nanoTime();
        Waiting.until(
                () -> {
                    stream.purge();
                    return true;
                },
                stream.name() + " cannot be purged");
        return since;
    }

    private static void say(String what, Reader consumer, Operator operator) throws Exception {
        Waiting.forAnswer(() -> operator.post(
                consumer.service(),
                "/messaging/consumers/%s/%s".formatted(consumer.name(), what),
                MissingNode.getInstance()));
    }

    @Override
    public String note(ProofStage stage) {
        return "deleted and put back by republish; a consumer that missed something had stopped";
    }
}

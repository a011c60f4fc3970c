package io.millrace.cli.prove.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.cli.prove.stage.Instance;
import io.millrace.cli.rest.Answer;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.BooleanSupplier;

/**
 * A service as its callers see it: two addresses. A request that is not answered goes to the other one, again and again,
 * and an address that did not answer is left alone for a while.
 */
final class TwoInstances {

    private static final long SHUNNED_NANOS = 2_000_000_000L;
    private static final long PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 1000;

    private final List<Instance> instances;
    private final CallersClient rest;
    private final Ledger ledger;
    private final BooleanSupplier givingUp;
    private final AtomicLongArray shunnedUntil;

    TwoInstances(List<Instance> instances, CallersClient rest, Ledger ledger, BooleanSupplier givingUp) {
        this.instances = instances;
        this.rest = rest;
        this.ledger = ledger;
        this.givingUp = givingUp;
        this.shunnedUntil = new AtomicLongArray(instances.size());
    }

    /**
     * Sends until there is an answer that is no outage.
     *
     * @throws UnansweredException it is time to give up
     */
    Answer send(String method, String path, JsonNode body, String ifMatch) throws InterruptedException {
        int chosen = ThreadLocalRandom.current().nextInt(instances.size());
        for (long pause = PAUSE_MILLIS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS)) {
            chosen = preferred(chosen);
            try {
                Answer answer = rest.send(method, instances.get(chosen).url().resolve(path), body, ifMatch);
                if (!answer.transientFailure()) {
                    return answer;
                }
            } catch (IOException unanswered) {
                shunnedUntil.set(chosen, System.nanoTime() + SHUNNED_NANOS);
            }
            if (givingUp.getAsBoolean()) {
                ledger.gaveUp();
                throw new UnansweredException(method + " " + path);
            }
            ledger.retried();
            chosen++;
            Thread.sleep(pause);
        }
    }

    private int preferred(int wished) {
        int first = wished % instances.size();
        return isShunned(first) ? (first + 1) % instances.size() : first;
    }

    private boolean isShunned(int index) {
        return System.nanoTime() - shunnedUntil.get(index) < 0;
    }
}

package io.millrace.chassis.relay;

import io.nats.client.JetStreamApiException;
import java.util.Set;

/** The server said no to the last message of a batch. */
final class Refusal extends Doubt {

    private static final long serialVersionUID = 1L;

    /** Not enabled on the stream, a header that no batch may have (2.12.0: the message id), more than the server allows. */
    private static final Set<Integer> NO_BATCHES_HERE = Set.of(10174, 10177, 10199);

    private final int code;

    private Refusal(JetStreamApiException cause) {
        super("refused: " + cause.getMessage(), cause);
        this.code = cause.getApiErrorCode();
    }

    static Refusal of(JetStreamApiException cause) {
        return new Refusal(cause);
    }

    /** Whether the server would refuse every other atomic batch of this size too. */
    boolean ofAtomicBatchesAsSuch() {
        return NO_BATCHES_HERE.contains(code);
    }
}

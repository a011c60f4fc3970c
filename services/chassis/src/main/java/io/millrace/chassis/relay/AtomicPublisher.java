package io.millrace.chassis.relay;

import io.millrace.chassis.outbox.HeaderLines;
import io.millrace.chassis.outbox.OutboxRow;
import io.nats.client.Connection;
import io.nats.client.Message;
import io.nats.client.NUID;
import io.nats.client.impl.Headers;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Publishes atomic batches: the server stores all messages of a batch or none. The first message names the
 * last sequence of the stream, so a batch that somebody else got in before is refused as a whole.
 *
 * <p>INVARIANT: one batch in flight. Of two, the first could be refused because a paused old leader's batch of the same
 * size came before it, and the second would then find the sequence it expects.
 *
 * <p>See NATS ADR-50, "JetStream Batch Publishing".
 */
final class AtomicPublisher implements Publisher {

    /** The server's limit. */
    static final int LONGEST_BATCH = 1_000;

    private final Connection connection;
    private long sequence;

    AtomicPublisher(Connection connection, long lastSequence) {
        this.connection = connection;
        this.sequence = lastSequence;
    }

    @Override
    public SentBatch send(List<OutboxRow> rows) throws Doubt {
        String batch = NUID.nextGlobal();
        try {
            for (int number = 1; number < rows.size(); number++) {
                OutboxRow row = rows.get(number - 1);
                connection.publish(row.subject(), headers(row, batch, number), row.body());
            }
            OutboxRow last = rows.getLast();
            CompletableFuture<Message> reply =
                    connection.request(last.subject(), committing(last, batch, rows.size()), last.body());
            sequence += rows.size();
            return SentBatch.of(rows, reply, sequence, new Receipt.Atomic(batch, rows.size(), sequence));
        } catch (IllegalStateException e) {
            throw new Doubt("the connection does not take more: " + e.getMessage(), e);
        }
    }

    private Headers headers(OutboxRow row, String batch, int number) {
        Headers headers = HeaderLines.read(row.headers());
        headers.put("Nats-Batch-Id", batch);
        headers.put("Nats-Batch-Sequence", Integer.toString(number));
        if (number == 1) {
            new Link.ToSequence(sequence).writeTo(headers);
        }
        return headers;
    }

    private Headers committing(OutboxRow row, String batch, int number) {
        Headers headers = headers(row, batch, number);
        headers.put("Nats-Batch-Commit", "1");
        return headers;
    }

    @Override
    public long lastSequence() {
        return sequence;
    }

    @Override
    public int batchesInFlight() {
        return 1;
    }

    @Override
    public int longestBatch() {
        return LONGEST_BATCH;
    }

    @Override
    public String mode() {
        return "atomic";
    }
}

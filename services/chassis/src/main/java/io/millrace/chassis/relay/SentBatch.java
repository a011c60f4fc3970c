package io.millrace.chassis.relay;

import io.millrace.chassis.outbox.OutboxRow;
import io.millrace.chassis.outbox.StoredRows;
import io.nats.client.JetStreamApiException;
import io.nats.client.Message;
import io.nats.client.api.PublishAck;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A batch on its way. Only its last message asks for an acknowledgement; if that says what the receipt demands, it speaks
 * for all of them.
 *
 * @param rows of the outbox, and where they stand in the stream once they are stored
 * @param lastReply the answer to the last message
 */
record SentBatch(StoredRows rows, CompletableFuture<Message> lastReply, Receipt receipt) {

    static SentBatch of(
            List<OutboxRow> rows, CompletableFuture<Message> lastReply, long lastSequence, Receipt receipt) {
        List<Long> ids = rows.stream().map(OutboxRow::id).toList();
        return new SentBatch(new StoredRows(ids, lastSequence), lastReply, receipt);
    }

    /**
     * Waits until the batch is stored: as long as the stream moves towards it, and that long after it stopped to.
     *
     * @param stream the end of the stream, which is asked for when the acknowledgement stays away
     */
    void awaitStored(Duration timeout, StreamEnd stream) throws Doubt, InterruptedException {
        long seen = -1;
        while (!isAnswered(timeout)) {
            long end = stream.lastSequence();
            if (end == seen || end >= rows.lastSequence()) {
                throw new Doubt("no acknowledgement within " + timeout.toMillis() + " ms");
            }
            seen = end;
        }
        receipt.check(acknowledgement());
    }

    /** Tells where the stream ends at the moment. */
    @FunctionalInterface
    interface StreamEnd {
        long lastSequence() throws Doubt;
    }

    private boolean isAnswered(Duration timeout) throws Doubt, InterruptedException {
        try {
            lastReply.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException | CancellationException e) {
            throw new Doubt("no acknowledgement: " + e, e);
        }
    }

    private PublishAck acknowledgement() throws Doubt {
        try {
            Message reply = lastReply.resultNow();
            if (reply.isStatusMessage()) {
                throw new Doubt("no acknowledgement: " + reply.getStatus().getMessageWithCode());
            }
            return new PublishAck(reply);
        } catch (JetStreamApiException e) {
            throw Refusal.of(e);
        } catch (IOException e) {
            throw new Doubt("refused: " + e.getMessage(), e);
        }
    }
}

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

    /** Waits until the batch is stored. */
    void awaitStored(Duration timeout) throws Doubt, InterruptedException {
        receipt.check(acknowledgement(timeout));
    }

    private PublishAck acknowledgement(Duration timeout) throws Doubt, InterruptedException {
        try {
            Message reply = lastReply.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (reply.isStatusMessage()) {
                throw new Doubt("no acknowledgement: " + reply.getStatus().getMessageWithCode());
            }
            return new PublishAck(reply);
        } catch (TimeoutException e) {
            throw new Doubt("no acknowledgement within " + timeout.toMillis() + " ms", e);
        } catch (ExecutionException | CancellationException e) {
            throw new Doubt("no acknowledgement: " + e, e);
        } catch (JetStreamApiException e) {
            throw Refusal.of(e);
        } catch (IOException e) {
            throw new Doubt("refused: " + e.getMessage(), e);
        }
    }
}

package io.millrace.chassis.relay;

import io.millrace.chassis.outbox.OutboxRow;
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
 * A batch on its way. Only its last message asks for an acknowledgement. It speaks for all of them, if it stands exactly
 * as many sequences behind the batch before as the batch has messages: the links let nobody else in between.
 *
 * <p>The sequence matters. The server looks for duplicates before it looks at links, so where an older sending of the
 * same rows arrives late, its last message satisfies the link of a row that follows, though a row between them was
 * refused.
 *
 * @param ids of the outbox rows
 * @param lastReply the answer to the last message
 * @param lastSequence where the last message must stand in the stream
 */
record SentBatch(List<Long> ids, CompletableFuture<Message> lastReply, long lastSequence) {

    static SentBatch of(List<OutboxRow> rows, CompletableFuture<Message> lastReply, long lastSequence) {
        return new SentBatch(rows.stream().map(OutboxRow::id).toList(), lastReply, lastSequence);
    }

    /** Waits until the batch is stored. */
    void awaitStored(Duration timeout) throws Doubt, InterruptedException {
        PublishAck ack = acknowledgement(timeout);
        if (ack.isDuplicate() || ack.getSeqno() != lastSequence) {
            throw new Doubt("the batch ends at " + ack.getSeqno() + " of the stream and not at " + lastSequence);
        }
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
        } catch (IOException | JetStreamApiException e) {
            throw new Doubt("refused: " + e.getMessage(), e);
        }
    }
}

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
 * A batch on its way. Only its last message asks for an acknowledgement: by the links, the last is stored if and only if
 * every message before it is.
 */
record SentBatch(List<Long> ids, CompletableFuture<Message> lastReply) {

    static SentBatch of(List<OutboxRow> rows, CompletableFuture<Message> lastReply) {
        return new SentBatch(rows.stream().map(OutboxRow::id).toList(), lastReply);
    }

    /** Waits until the batch is stored. */
    void awaitStored(Duration timeout) throws Doubt, InterruptedException {
        PublishAck ack = acknowledgement(timeout);
        if (ack.isDuplicate()) {
            throw new Doubt("the server has message " + ack.getSeqno() + " already");
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

package io.millrace.chassis.relay;

import io.millrace.chassis.outbox.HeaderLines;
import io.millrace.chassis.outbox.OutboxRow;
import io.millrace.contracts.EnvelopeHeaders;
import io.nats.client.Connection;
import io.nats.client.Message;
import io.nats.client.impl.Headers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Publishes messages that each name their predecessor, so that the server stores message n only if n-1 is the last one
 * stored. If one is refused or lost, everything behind it is refused too: no gap, no reordering.
 *
 * <p>INVARIANT: a link leads to a message of the same publisher. What an earlier one has sent may still arrive, from the
 * client's buffer or a server's queue, and it may lack an event that was committed late. Were the ids the events' own, the
 * newer chain could go on behind the end of the older one, and leave that event behind its successors. So each publisher
 * adds a word of its own to them.
 */
final class LinkedPublisher implements Publisher {

    private static final long WORDS = 1L << 40;

    private final Connection connection;
    private final String word = Long.toString(ThreadLocalRandom.current().nextLong(WORDS), Character.MAX_RADIX);
    private Link link;
    private long sequence;

    LinkedPublisher(Connection connection, long lastSequence) {
        this.connection = connection;
        this.link = new Link.ToSequence(lastSequence);
        this.sequence = lastSequence;
    }

    @Override
    public SentBatch send(List<OutboxRow> rows) throws Doubt {
        try {
            for (OutboxRow row : rows.subList(0, rows.size() - 1)) {
                connection.publish(row.subject(), linked(row), row.body());
            }
            OutboxRow last = rows.getLast();
            CompletableFuture<Message> reply = connection.request(last.subject(), linked(last), last.body());
            sequence += rows.size();
            return SentBatch.of(rows, reply, sequence, new Receipt.Linked(sequence));
        } catch (IllegalStateException e) {
            throw new Doubt("the connection does not take more: " + e.getMessage(), e);
        }
    }

    private Headers linked(OutboxRow row) {
        Headers headers = HeaderLines.read(row.headers());
        String messageId = row.eventId() + "." + word;
        headers.put(EnvelopeHeaders.MESSAGE_ID, messageId);
        link.writeTo(headers);
        link = new Link.ToMessage(messageId);
        return headers;
    }

    @Override
    public long lastSequence() {
        return sequence;
    }

    @Override
    public int batchesInFlight() {
        return 2;
    }

    @Override
    public int longestBatch() {
        return Integer.MAX_VALUE;
    }

    @Override
    public String mode() {
        return "linked";
    }
}

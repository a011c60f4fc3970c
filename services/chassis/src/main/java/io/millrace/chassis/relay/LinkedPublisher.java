package io.millrace.chassis.relay;

import io.millrace.chassis.outbox.HeaderLines;
import io.millrace.chassis.outbox.OutboxRow;
import io.nats.client.Connection;
import io.nats.client.Message;
import io.nats.client.impl.Headers;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Publishes messages that each name their predecessor, so that the server stores message n only if n-1 is the last one
 * stored. If one is refused or lost, everything behind it is refused too: no gap, no reordering.
 */
final class LinkedPublisher implements Publisher {

    private final Connection connection;
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
        link.writeTo(headers);
        link = new Link.ToMessage(row.eventId());
        return headers;
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

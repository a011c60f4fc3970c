package io.millrace.chassis.relay;

import io.millrace.chassis.outbox.LeaseHolder;
import io.millrace.chassis.outbox.OutboxRow;
import io.millrace.chassis.outbox.OutboxTable;
import io.millrace.chassis.outbox.StoredRows;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/**
 * Rows on their way: read from the outbox, sent, stored, deleted. The next rows are read while those before are still on
 * their way, so that database and broker work at the same time. In doubt it is thrown away: what it sent and did not
 * delete is at the end of the stream.
 */
final class Pipeline {

    private final OutboxTable outbox;
    private final Publisher publisher;
    private final RelayConfiguration configuration;
    private final LeaseHolder leader;
    private final SentBatch.StreamEnd stream;
    private final RelayTally tally;
    private final Deque<Flying> inFlight = new ArrayDeque<>();
    private StoredRows stored = StoredRows.NONE;
    private long storedAfterNanos;

    Pipeline(
            OutboxTable outbox,
            Publisher publisher,
            RelayConfiguration configuration,
            LeaseHolder leader,
            SentBatch.StreamEnd stream,
            RelayTally tally) {
        this.outbox = outbox;
        this.publisher = publisher;
        this.configuration = configuration;
        this.leader = leader;
        this.stream = stream;
        this.tally = tally;
    }

    /** A batch on its way, and since when. */
    private record Flying(SentBatch batch, long sinceNanos) {}

    /**
     * Looks whether the stream ends where it must while nothing is on its way.
     *
     * @throws Doubt it does not
     */
    void requireWhole() throws Doubt {
        long end = stream.lastSequence();
        if (end != publisher.lastSequence()) {
            throw new Doubt("it ends at " + end + " and not at " + publisher.lastSequence());
        }
    }

    boolean isAtomic() {
        return publisher instanceof AtomicPublisher;
    }

    /** Waits until nothing is on its way any more. What was stored is found there by whoever looks at the stream. */
    void rest() throws Doubt, InterruptedException {
        while (!inFlight.isEmpty()) {
            awaitOldest();
        }
    }

    /** Sends the next batch, or finds that everything is stored and deleted and nothing waits. */
    Sent sendNext() throws Doubt, InterruptedException {
        boolean progress = false;
        List<OutboxRow> rows = deleteAndRead();
        while (rows.isEmpty() && !inFlight.isEmpty()) {
            awaitOldest();
            progress = true;
            rows = deleteAndRead();
        }
        if (rows.isEmpty()) {
            return new Sent(0, progress);
        }
        if (inFlight.size() == publisher.batchesInFlight()) {
            awaitOldest();
            progress = true;
        }
        long now = System.nanoTime();
        inFlight.addLast(new Flying(publisher.send(rows), now));
        return new Sent(rows.size(), progress);
    }

    /**
     * @param rows how many were sent
     * @param progress whether earlier ones were found stored
     */
    record Sent(int rows, boolean progress) {}

    private void awaitOldest() throws Doubt, InterruptedException {
        Flying oldest = inFlight.removeFirst();
        oldest.batch().awaitStored(configuration.ackTimeout(), stream);
        stored = oldest.batch().rows();
        storedAfterNanos = System.nanoTime() - oldest.sinceNanos();
    }

    private List<OutboxRow> deleteAndRead() {
        List<Long> flying = inFlight.stream()
                .map(on -> on.batch().rows().ids())
                .flatMap(Collection::stream)
                .toList();
        int limit = Math.min(configuration.batchSize(), publisher.longestBatch());
        List<OutboxRow> next = outbox.advance(stored, flying, limit, leader);
        if (!stored.ids().isEmpty()) {
            tally.stored(stored.ids().size(), storedAfterNanos);
            stored = StoredRows.NONE;
        }
        return next;
    }
}

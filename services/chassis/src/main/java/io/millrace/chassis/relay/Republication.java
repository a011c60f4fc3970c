package io.millrace.chassis.relay;

import io.millrace.chassis.ServiceIdentity;
import io.millrace.chassis.nats.NatsLink;
import io.millrace.chassis.outbox.ArchivedEvent;
import io.millrace.chassis.outbox.OutboxConfiguration;
import io.millrace.chassis.outbox.OutboxTable;
import io.millrace.chassis.outbox.SentTable;
import io.millrace.chassis.outbox.StoredEvent;
import io.millrace.chassis.relay.Republished.PutBack;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes again what the broker has lost: what the archive has behind the end of the stream.
 *
 * <p>Guarantees: nothing that the stream holds is published a second time; what is published again comes in the order in
 * which it was first stored, before everything that waits in the outbox, so that each event stands where it stood before;
 * whatever crashes in the middle, asking once more completes it, and until then the relay publishes nothing.
 */
@Singleton
public final class Republication {

    private static final Logger LOG = LoggerFactory.getLogger(Republication.class);
    private static final int ROWS = 10_000;

    private final Relay relay;
    private final NatsLink nats;
    private final ServiceIdentity identity;
    private final OwnStreamEnd stream;
    private final SentTable sent;
    private final OutboxTable outbox;
    private final OutboxConfiguration configuration;

    Republication(
            Relay relay,
            NatsLink nats,
            ServiceIdentity identity,
            OwnStreamEnd stream,
            SentTable sent,
            OutboxTable outbox,
            OutboxConfiguration configuration) {
        this.relay = relay;
        this.nats = nats;
        this.identity = identity;
        this.stream = stream;
        this.sent = sent;
        this.outbox = outbox;
        this.configuration = configuration;
    }

    /**
     * Puts lost events back into the outbox, for the relay to publish. The relay rests meanwhile.
     *
     * @param dryRun only says what would be done
     */
    public Republished republish(RepublishRange range, boolean dryRun) throws InterruptedException {
        if (!configuration.keepsAny()) {
            return new Republished.NothingKept();
        }
        Optional<Connection> connection = nats.connection();
        if (connection.isEmpty()) {
            return new Republished.BrokerAway("there is no connection to NATS");
        }
        try {
            return relay.atRest(turn -> republish(connection.get(), range, dryRun, turn))
                    .orElseGet(Republished.NotLeading::new);
        } catch (IOException | JetStreamApiException e) {
            return new Republished.BrokerAway(e.getMessage());
        }
    }

    private Republished republish(Connection connection, RepublishRange range, boolean dryRun, Relay.Turn turn)
            throws IOException, JetStreamApiException {
        long end = stream.lastSequence(connection);
        if (sent.firstBehind(end).isEmpty()) {
            return new PutBack(dryRun, end, 0, null, null, 0);
        }
        return switch (range) {
            case RepublishRange.Everything() -> {
                long missing = missing(end);
                yield missing == 0
                        ? putBack(connection, end, end, dryRun, turn)
                        : new Republished.KeptInPart(missing, sent.firstGapBehind(end));
            }
            case RepublishRange.Since(var time) ->
                putBack(connection, end, before(sent.firstSequenceSince(time, end)), dryRun, turn);
            case RepublishRange.AfterEvent(var eventId) -> {
                OptionalLong sequence = sent.sequenceOf(eventId);
                yield sequence.isEmpty()
                        ? new Republished.UnknownEvent(eventId)
                        : putBack(connection, end, Math.max(end, sequence.getAsLong()), dryRun, turn);
            }
        };
    }

    /** How many of those that stood behind the end of the stream are not in the archive any more. */
    private long missing(long end) {
        long last = sent.last().map(StoredEvent::sequence).orElse(end);
        return last - end - sent.countBehind(end);
    }

    /** Where there is no event at all in the range, everything is before it. */
    private static long before(OptionalLong sequence) {
        return sequence.isPresent() ? sequence.getAsLong() - 1 : Long.MAX_VALUE;
    }

    private Republished putBack(Connection connection, long end, long from, boolean dryRun, Relay.Turn turn)
            throws IOException, JetStreamApiException {
        long count = sent.countBehind(from);
        Optional<StoredEvent> known = sent.lastUpTo(end);
        if (count > 0 && known.isPresent() && !stream.mayHold(connection, known.get())) {
            return new Republished.AnotherStream(known.get());
        }
        PutBack result = new PutBack(
                dryRun,
                end,
                count,
                sent.firstBehind(from).orElse(null),
                count == 0 ? null : sent.last().orElse(null),
                sent.countBehind(end) - count);
        if (!dryRun) {
            rememberEnd(connection, end, turn);
            turn.in(outbox::keepOrder);
            while (turn.in(() -> sent.putBack(from, ROWS)) > 0) {}
            while (turn.in(() -> sent.delete(end, from, ROWS)) > 0) {}
            LOG.info(
                    "{} events behind {} of stream {} are in the outbox again, {} are given up",
                    count,
                    end,
                    identity.stream(),
                    result.givenUp());
        }
        return result;
    }

    /** A backup from before the archive begins: without this, its end would look like the work of another database. */
    private void rememberEnd(Connection connection, long end, Relay.Turn turn)
            throws IOException, JetStreamApiException {
        if (end > sent.lastUpTo(end).map(StoredEvent::sequence).orElse(0L)) {
            Optional<ArchivedEvent> last = stream.event(connection, end);
            turn.in(() -> last.map(sent::add).orElse(0));
        }
    }
}

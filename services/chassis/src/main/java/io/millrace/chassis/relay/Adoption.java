package io.millrace.chassis.relay;

import io.millrace.chassis.ServiceIdentity;
import io.millrace.chassis.nats.NatsLink;
import io.millrace.chassis.outbox.ArchivedEvent;
import io.millrace.chassis.outbox.OutboxConfiguration;
import io.millrace.chassis.outbox.OutboxTable;
import io.millrace.chassis.outbox.SentTable;
import io.millrace.chassis.outbox.StoredEvent;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes on with a database that was restored from an earlier state than its stream.
 *
 * <p>Guarantees: what waits in the outbox and stands in the stream already is not published again; what stands in the stream
 * stays there; whatever crashes in the middle, asking once more completes it, and until then the relay publishes nothing.
 * The service's own tables are not touched: what they lack is for the service to mend.
 */
@Singleton
public final class Adoption {

    private static final Logger LOG = LoggerFactory.getLogger(Adoption.class);
    private static final int WINDOW = 10_000;

    private final Relay relay;
    private final NatsLink nats;
    private final ServiceIdentity identity;
    private final OwnStreamEnd stream;
    private final OwnStreamWindow reading;
    private final OutboxTable outbox;
    private final SentTable sent;
    private final OutboxConfiguration configuration;

    Adoption(
            Relay relay,
            NatsLink nats,
            ServiceIdentity identity,
            OwnStreamEnd stream,
            OwnStreamWindow reading,
            OutboxTable outbox,
            SentTable sent,
            OutboxConfiguration configuration) {
        this.relay = relay;
        this.nats = nats;
        this.identity = identity;
        this.stream = stream;
        this.reading = reading;
        this.outbox = outbox;
        this.sent = sent;
        this.configuration = configuration;
    }

    /**
     * Takes over what the stream holds. The relay rests meanwhile.
     *
     * @param dryRun only says what would be done
     */
    public Adopted adopt(boolean dryRun) throws InterruptedException {
        if (!configuration.keepsAny()) {
            return new Adopted.NothingKept();
        }
        Optional<Connection> connection = nats.connection();
        if (connection.isEmpty()) {
            return new Adopted.BrokerAway("there is no connection to NATS");
        }
        try {
            return relay.atRest(turn -> adopt(connection.get(), dryRun, turn)).orElseGet(Adopted.NotLeading::new);
        } catch (IOException | JetStreamApiException e) {
            return new Adopted.BrokerAway(e.getMessage());
        }
    }

    private Adopted adopt(Connection connection, boolean dryRun, Relay.Turn turn)
            throws IOException, JetStreamApiException, InterruptedException {
        long end = stream.lastSequence(connection);
        long known = sent.last().map(StoredEvent::sequence).orElse(0L);
        if (known >= end) {
            return known == end ? new Adopted.NothingUnknown(end) : new Adopted.StreamIsBehind(known, end);
        }
        List<OwnStreamWindow.Found> ours = new ArrayList<>();
        int foreign = lookBehind(connection, known, end, ours);
        if (ours.isEmpty()) {
            return new Adopted.NothingUnknown(end);
        }
        if (dryRun) {
            return new Adopted.TakenOver(true, known, end, ours.size(), foreign, 0);
        }
        int dropped = turn.in(() -> outbox.dropPublished(
                ours.stream().map(found -> found.event().eventId()).toList()));
        Optional<ArchivedEvent> last =
                stream.event(connection, ours.getLast().event().sequence());
        turn.in(() -> last.map(sent::add).orElse(0));
        LOG.warn(
                "the database takes over stream {} up to {}, of which it knew {}; {} events of its outbox were in it",
                identity.stream(),
                end,
                known,
                dropped);
        return new Adopted.TakenOver(false, known, end, ours.size(), foreign, dropped);
    }

    /**
     * Reads what is behind a sequence.
     *
     * @param ours gets the events of this service
     * @return how many other messages there are
     */
    private int lookBehind(Connection connection, long known, long end, List<OwnStreamWindow.Found> ours)
            throws IOException, JetStreamApiException, InterruptedException {
        int foreign = 0;
        for (long before = Math.max(known, stream.firstSequence(connection) - 1); before < end; before += WINDOW) {
            for (OwnStreamWindow.Found found : reading.read(connection, before + 1, Math.min(before + WINDOW, end))) {
                if (found.ours()) {
                    ours.add(found);
                } else {
                    foreign++;
                }
            }
        }
        return foreign;
    }
}

package io.millrace.chassis.stream;

import io.millrace.chassis.ServiceIdentity;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether server and stream take atomic batches, and what else of the stream matters for publishing. A stream that was made without
 * them, by an older server for example, gets them switched on: that one field and no other.
 */
@Singleton
public final class AtomicBatches {

    private static final Logger LOG = LoggerFactory.getLogger(AtomicBatches.class);

    /** The first that looks for duplicates within a batch; 2.12.0 refuses every message id there. */
    private static final String SINCE = "2.12.1";

    private final ServiceIdentity identity;
    private final AtomicBoolean tried = new AtomicBoolean();

    AtomicBatches(ServiceIdentity identity) {
        this.identity = identity;
    }

    /**
     * How the service's own stream may be published to.
     *
     * @param atomic whether it takes atomic batches
     * @param replicated whether several servers keep it
     */
    public record Offer(boolean atomic, boolean replicated) {}

    /** What holds for the service's own stream, which must be there. Nothing is changed. */
    public Offer offer(Connection connection) throws IOException, JetStreamApiException {
        RawStreamConfig config = RawStreamConfig.read(connection, identity.stream());
        return new Offer(knownTo(connection) && config.allowsAtomicBatches(), config.isReplicated());
    }

    /** The same, where batches are wanted: the stream gets them switched on if it takes none. */
    public Offer offerWanted(Connection connection) throws IOException, JetStreamApiException {
        RawStreamConfig config = RawStreamConfig.read(connection, identity.stream());
        boolean atomic = knownTo(connection)
                && (config.allowsAtomicBatches() || (mayTry(config) && switchOn(connection, config)));
        return new Offer(atomic, config.isReplicated());
    }

    private static boolean knownTo(Connection connection) {
        return connection.getServerInfo().isSameOrNewerThanVersion(SINCE);
    }

    /** A stream with replicas has no other way: an answer that was lost must not decide about it. */
    private boolean mayTry(RawStreamConfig config) {
        return !tried.getAndSet(true) || config.isReplicated();
    }

    private boolean switchOn(Connection connection, RawStreamConfig config) throws IOException {
        try {
            boolean on = config.withAtomicBatches().update(connection).allowsAtomicBatches();
            if (on) {
                LOG.info("stream {} takes atomic batches from now on (allow_atomic)", identity.stream());
            }
            return on;
        } catch (JetStreamApiException e) {
            LOG.warn(
                    "stream {} takes no atomic batches, and allow_atomic cannot be switched on: {}",
                    identity.stream(),
                    e.getMessage());
            return false;
        }
    }
}

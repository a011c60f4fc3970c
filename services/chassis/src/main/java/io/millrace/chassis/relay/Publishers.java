package io.millrace.chassis.relay;

import io.millrace.chassis.stream.AtomicBatches;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses how to publish: atomic batches where they are allowed and pay, and wherever the stream has replicas; linked messages
 * elsewhere.
 */
@Singleton
class Publishers {

    private static final Logger LOG = LoggerFactory.getLogger(Publishers.class);

    private static final String REFUSALS_HALT_REPLICAS_SINCE = "2.13.0";

    private final RelayConfiguration configuration;
    private final AtomicBatches atomicBatches;
    private String refusedBy = "";

    Publishers(RelayConfiguration configuration, AtomicBatches atomicBatches) {
        this.configuration = configuration;
        this.atomicBatches = atomicBatches;
    }

    /**
     * A publisher that goes on behind the stream's last sequence.
     *
     * @throws IllegalStateException neither way of publishing is to be had, or the setting demands one that is not
     */
    Publisher behind(long lastSequence, Connection connection)
            throws IOException, JetStreamApiException, InterruptedException {
        AtomicBatches.Offer offer = atomicBatches.offer(connection);
        boolean atomic = switch (configuration.wanted()) {
            case LINKED -> false;
            case AUTO -> (pays(connection) || offer.replicated()) && !isRefusedBy(connection);
            case ATOMIC -> true;
        };
        if (atomic && !offer.atomic()) {
            offer = atomicBatches.offerWanted(connection);
            atomic = offer.atomic() || configuration.wanted() == RelayConfiguration.Mode.ATOMIC;
        }
        if (atomic) {
            require(offer.atomic(), connection, "its stream takes no atomic batches");
            return new AtomicPublisher(connection, lastSequence);
        }
        require(
                !mustNotLink(offer, connection),
                connection,
                "its stream has replicas: a linked message that such a server refuses would halt it, and atomic batches are not to be had, or not in that mode");
        return new LinkedPublisher(connection, lastSequence);
    }

    /** Whether a linked message that is refused would halt the stream as it is now. */
    boolean mustNotLink(Connection connection) throws IOException, JetStreamApiException {
        // Who need not know is not made to ask.
        return refusalsHalt(connection) && atomicBatches.offer(connection).replicated();
    }

    private static boolean mustNotLink(AtomicBatches.Offer offer, Connection connection) {
        return offer.replicated() && refusalsHalt(connection);
    }

    private void require(boolean given, Connection connection, String otherwise) {
        if (!given) {
            throw new IllegalStateException("millrace.relay.mode is %s, but the server is %s, and %s"
                    .formatted(configuration.mode(), connection.getServerInfo().getVersion(), otherwise));
        }
    }

    /** Where the server takes no atomic batches of ours, it is spared them until it is started again. */
    void learn(Doubt doubt, Connection connection) {
        if (doubt instanceof Refusal refusal && refusal.ofAtomicBatchesAsSuch()) {
            refusedBy = connection.getServerInfo().getServerId();
            LOG.warn("the server takes no atomic batches of this relay: {}", refusal.getMessage());
        }
    }

    /** Servers before 2.15 sync for each message of a batch, and write it twice: links are faster there. */
    private boolean pays(Connection connection) {
        return connection.getServerInfo().isSameOrNewerThanVersion(configuration.atomicFrom());
    }

    /**
     * Servers from 2.14 on (seen with 2.14.5 and 2.15.1, not in 2.12.4) take a refused {@code Nats-Expected-Last-Msg-Id} for a broken
     * disk where they apply it to a replica: each replica stops, and stops again when its server is started again.
     */
    private static boolean refusalsHalt(Connection connection) {
        return connection.getServerInfo().isSameOrNewerThanVersion(REFUSALS_HALT_REPLICAS_SINCE);
    }

    private boolean isRefusedBy(Connection connection) {
        return refusedBy.equals(connection.getServerInfo().getServerId());
    }
}

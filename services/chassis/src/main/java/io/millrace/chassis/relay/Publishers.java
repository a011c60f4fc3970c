package io.millrace.chassis.relay;

import io.millrace.chassis.stream.AtomicBatches;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses how to publish: atomic batches where they are allowed and pay, linked messages elsewhere. */
@Singleton
class Publishers {

    private static final Logger LOG = LoggerFactory.getLogger(Publishers.class);

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
     * @throws IllegalStateException the setting demands atomic batches, and there are none to be had
     */
    Publisher behind(long lastSequence, Connection connection)
            throws IOException, JetStreamApiException, InterruptedException {
        return switch (configuration.wanted()) {
            case LINKED -> new LinkedPublisher(connection, lastSequence);
            case AUTO ->
                !pays(connection) || isRefusedBy(connection) || !atomicBatches.offered(connection)
                        ? new LinkedPublisher(connection, lastSequence)
                        : new AtomicPublisher(connection, lastSequence);
            case ATOMIC -> {
                if (!atomicBatches.offered(connection)) {
                    throw new IllegalStateException("millrace.relay.mode is atomic, but the server "
                            + connection.getServerInfo().getVersion() + " or its stream takes no atomic batches");
                }
                yield new AtomicPublisher(connection, lastSequence);
            }
        };
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

    private boolean isRefusedBy(Connection connection) {
        return refusedBy.equals(connection.getServerInfo().getServerId());
    }
}

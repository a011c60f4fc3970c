package io.millrace.chassis.stream;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.api.StreamConfiguration;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes streams as they are declared in {@code nats-config}. What exists is left as it is. */
@Singleton
public final class DeclaredStreams {

    private static final Logger LOG = LoggerFactory.getLogger(DeclaredStreams.class);
    private static final int NOT_FOUND = 404;

    private final StreamDeclarations declarations;

    DeclaredStreams(StreamDeclarations declarations) {
        this.declarations = declarations;
    }

    /** Makes a stream that has a file of its own name. */
    public void ensure(Connection connection, String stream) throws IOException, JetStreamApiException {
        ensure(connection, stream, () -> declarations.named(stream));
    }

    /** Reads the declaration only where the stream is not there. */
    void ensure(Connection connection, String stream, Supplier<StreamConfiguration> declaration)
            throws IOException, JetStreamApiException {
        JetStreamManagement management = connection.jetStreamManagement();
        try {
            management.getStreamInfo(stream);
        } catch (JetStreamApiException e) {
            if (e.getErrorCode() != NOT_FOUND) {
                throw e;
            }
            StreamConfiguration declared = declaration.get();
            management.addStream(declared);
            LOG.info("created stream {} for {}", declared.getName(), declared.getSubjects());
        }
    }
}

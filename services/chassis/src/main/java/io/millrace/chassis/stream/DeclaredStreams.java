package io.millrace.chassis.stream;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes streams that belong to no single service, as declared in {@code nats-config}. What exists is left as it is. */
@Singleton
public final class DeclaredStreams {

    private static final Logger LOG = LoggerFactory.getLogger(DeclaredStreams.class);
    private static final int NOT_FOUND = 404;

    private final StreamDeclarations declarations;

    DeclaredStreams(StreamDeclarations declarations) {
        this.declarations = declarations;
    }

    public void ensure(Connection connection, String stream) throws IOException, JetStreamApiException {
        JetStreamManagement management = connection.jetStreamManagement();
        try {
            management.getStreamInfo(stream);
        } catch (JetStreamApiException e) {
            if (e.getErrorCode() != NOT_FOUND) {
                throw e;
            }
            management.addStream(declarations.named(stream));
            LOG.info("created stream {}", stream);
        }
    }
}

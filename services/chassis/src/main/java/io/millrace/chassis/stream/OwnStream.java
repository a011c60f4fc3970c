package io.millrace.chassis.stream;

import io.millrace.chassis.ServiceIdentity;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.api.StreamConfiguration;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the service's own stream where there is none. A stream that exists is left as it is. */
@Singleton
public final class OwnStream {

    private static final Logger LOG = LoggerFactory.getLogger(OwnStream.class);
    private static final int NOT_FOUND = 404;

    private final ServiceIdentity identity;
    private final StreamDeclarations declarations;

    OwnStream(ServiceIdentity identity, StreamDeclarations declarations) {
        this.identity = identity;
        this.declarations = declarations;
    }

    public void ensure(Connection connection) throws IOException, JetStreamApiException {
        JetStreamManagement management = connection.jetStreamManagement();
        try {
            management.getStreamInfo(identity.stream());
        } catch (JetStreamApiException e) {
            if (e.getErrorCode() != NOT_FOUND) {
                throw e;
            }
            StreamConfiguration declared = declarations.of(identity.service());
            management.addStream(declared);
            LOG.info("created stream {} for {}", declared.getName(), declared.getSubjects());
        }
    }
}

package io.millrace.chassis.stream;

import io.millrace.chassis.ServiceIdentity;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Makes the service's own stream where there is none. A stream that exists is left as it is. */
@Singleton
public final class OwnStream {

    private final ServiceIdentity identity;
    private final DeclaredStreams streams;
    private final StreamDeclarations declarations;

    OwnStream(ServiceIdentity identity, DeclaredStreams streams, StreamDeclarations declarations) {
        this.identity = identity;
        this.streams = streams;
        this.declarations = declarations;
    }

    public void ensure(Connection connection) throws IOException, JetStreamApiException {
        streams.ensure(connection, identity.stream(), () -> declarations.of(identity.service()));
    }
}

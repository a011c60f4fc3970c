package io.millrace.cli.prove.stage;

import io.nats.client.Connection;
import java.io.IOException;
import java.util.List;

/** What services publish to: one server, or a cluster. */
public sealed interface Nats extends AutoCloseable permits Broker, BrokerCluster {

    /** Where servers listen, the same as long as this object lives. */
    List<Integer> ports();

    /** A connection that no fault of the way hits. It does not come back when the server does. */
    Connection connect() throws IOException;

    @Override
    void close();
}

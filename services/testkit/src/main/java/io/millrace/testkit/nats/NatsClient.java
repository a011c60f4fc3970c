package io.millrace.testkit.nats;

import io.nats.client.Connection;
import io.nats.client.ErrorListener;
import io.nats.client.Nats;
import io.nats.client.Options;
import java.io.IOException;

/** Connections of tests. They keep quiet, where the client's own listener logs each flow control. */
public final class NatsClient {

    private NatsClient() {}

    /** Connects to a server that runs. Whoever asks closes the connection. */
    public static Connection connect(String url) throws IOException, InterruptedException {
        return Nats.connect(Options.builder()
                .server(url)
                .errorListener(new ErrorListener() {})
                .build());
    }
}

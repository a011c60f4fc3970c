package io.millrace.cli.prove.stage;

import io.nats.client.Connection;
import io.nats.client.ErrorListener;
import io.nats.client.Nats;
import io.nats.client.Options;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Connections that go straight to a server, and end with it. */
final class NatsConnections {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private NatsConnections() {}

    static Connection toAny(List<String> urls) throws IOException {
        try {
            return Nats.connect(Options.builder()
                    .servers(urls.toArray(String[]::new))
                    .noReconnect()
                    .connectionTimeout(PATIENCE)
                    .errorListener(new ErrorListener() {})
                    .build());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }
}

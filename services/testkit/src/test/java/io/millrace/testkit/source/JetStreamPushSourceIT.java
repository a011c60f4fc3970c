package io.millrace.testkit.source;

import io.millrace.testkit.nats.NatsServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class JetStreamPushSourceIT extends EventSourceConformance {

    private static NatsServer server;

    @BeforeAll
    static void startServer() {
        server = NatsServer.temporary();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Override
    protected SourceUnderTest start() {
        return new JetStreamUnderTest(server);
    }
}

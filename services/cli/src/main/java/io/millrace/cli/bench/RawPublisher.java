package io.millrace.cli.bench;

import io.nats.client.JetStream;
import io.nats.client.api.PublishAck;
import io.nats.client.impl.Headers;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/** What the client can do by itself: asynchronous publishing with up to 2,000 in flight, nothing linked. */
final class RawPublisher {

    private static final int IN_FLIGHT = 2_000;

    private final JetStream jetStream;
    private final Deque<CompletableFuture<PublishAck>> inFlight = new ArrayDeque<>();

    RawPublisher(JetStream jetStream) {
        this.jetStream = jetStream;
    }

    void send(String subject, Headers headers, byte[] body) {
        if (inFlight.size() == IN_FLIGHT) {
            inFlight.removeFirst().join();
        }
        inFlight.addLast(jetStream.publishAsync(subject, headers, body));
    }

    void finish() {
        inFlight.forEach(CompletableFuture::join);
        inFlight.clear();
    }
}

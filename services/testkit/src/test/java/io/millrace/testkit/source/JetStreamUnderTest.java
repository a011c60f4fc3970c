package io.millrace.testkit.source;

import io.millrace.chassis.source.EventSource;
import io.millrace.chassis.source.JetStreamPushSource;
import io.millrace.testkit.nats.NatsServer;
import io.nats.client.Connection;
import io.nats.client.ErrorListener;
import io.nats.client.JetStream;
import io.nats.client.JetStreamApiException;
import io.nats.client.Nats;
import io.nats.client.Options;
import io.nats.client.api.PublishAck;
import io.nats.client.api.StreamConfiguration;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** A stream on a real server, deleted afterwards. */
final class JetStreamUnderTest implements SourceUnderTest {

    private static final AtomicInteger STREAMS = new AtomicInteger();

    /** A name of its own: a server may still be removing what belonged to a stream deleted a moment ago. */
    private final String stream = "MILL_" + STREAMS.incrementAndGet();

    private final NatsServer server;
    private final Connection connection;

    JetStreamUnderTest(NatsServer server) {
        this.server = server;
        try {
            connection = Nats.connect(Options.builder()
                    .server(server.url())
                    .maxReconnects(-1)
                    .errorListener(new ErrorListener() {})
                    .reconnectWait(Duration.ofMillis(50))
                    .build());
            connection
                    .jetStreamManagement()
                    .addStream(StreamConfiguration.builder()
                            .name(stream)
                            .subjects("evt.mill.>")
                            .build());
        } catch (IOException | InterruptedException | JetStreamApiException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public EventSource source() {
        return new JetStreamPushSource(stream, () -> Optional.of(connection));
    }

    @Override
    public EventSource unreachable() {
        return new JetStreamPushSource(stream, Optional::empty);
    }

    @Override
    public void publish(List<Draft> drafts) {
        try {
            JetStream jetStream = connection.jetStream();
            List<CompletableFuture<PublishAck>> acknowledged = drafts.stream()
                    .map(draft -> jetStream.publishAsync(message(draft)))
                    .toList();
            acknowledged.forEach(CompletableFuture::join);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static NatsMessage message(Draft draft) {
        Headers headers = new Headers();
        draft.headers().forEach(headers::put);
        return NatsMessage.builder()
                .subject(draft.subject())
                .headers(headers)
                .data(draft.body())
                .build();
    }

    @Override
    public void purge() {
        try {
            connection.jetStreamManagement().purgeStream(stream);
        } catch (IOException | JetStreamApiException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void restart() {
        server.kill();
        server.start();
        Awaitility.await().until(() -> connection.getStatus() == Connection.Status.CONNECTED);
    }

    @Override
    public void close() {
        try {
            connection.jetStreamManagement().deleteStream(stream);
            connection.close();
        } catch (IOException | InterruptedException | JetStreamApiException e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.millrace.chassis.parked;

import io.millrace.chassis.nats.NatsLink;
import io.millrace.chassis.stream.DeclaredStreams;
import io.nats.client.Connection;
import io.nats.client.JetStream;
import io.nats.client.JetStreamApiException;
import io.nats.client.api.PublishAck;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies dead letters to the stream {@code DEAD_LETTERS}, for people and tools. What counts is the table.
 *
 * <p>Guarantee: each death is in the stream, unless it was redriven or discarded before it could be copied; twice only if the copy was made and could not be noted for as long as the
 * stream remembers ids.
 */
@Singleton
public class DeadLetterStream {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterStream.class);
    private static final String STREAM = "DEAD_LETTERS";
    private static final int AT_ONCE = 100;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration PREPARE_EVERY = Duration.ofMinutes(1);

    private final DeathNotices notices;
    private final DeclaredStreams streams;
    private final NatsLink nats;
    private final AtomicLong nextTryNanos = new AtomicLong(System.nanoTime());
    private volatile boolean prepared;

    DeadLetterStream(DeathNotices notices, DeclaredStreams streams, NatsLink nats) {
        this.notices = notices;
        this.streams = streams;
        this.nats = nats;
    }

    /**
     * Makes the stream before the first death, so that whoever compares streams with their declarations finds it. Where that
     * does not work, it is tried again now and then; what is wrong is said when there is something to copy.
     */
    public void prepare() {
        if (prepared) {
            return;
        }
        Optional<Connection> connection = nats.connection();
        long now = System.nanoTime();
        long due = nextTryNanos.get();
        if (connection.isEmpty() || now - due < 0 || !nextTryNanos.compareAndSet(due, now + PREPARE_EVERY.toNanos())) {
            return;
        }
        try {
            streams.ensure(connection.get(), STREAM);
            prepared = true;
        } catch (IOException | JetStreamApiException | IllegalStateException e) {
            LOG.debug("stream {} is made when there is a dead letter, because {}", STREAM, e.getMessage());
        }
    }

    /** Copies what is not yet copied. Returns false if there may be more that can be copied now. */
    public boolean announce(String consumer) throws InterruptedException {
        List<DeathNotice> open = notices.open(consumer, AT_ONCE);
        Optional<Connection> connection = nats.connection();
        if (open.isEmpty() || connection.isEmpty()) {
            return true;
        }
        try {
            streams.ensure(connection.get(), STREAM);
            notices.close(consumer, publish(connection.get(), open));
            return open.size() < AT_ONCE;
        } catch (IOException | JetStreamApiException | IllegalStateException e) {
            LOG.warn("dead letters of {} are not yet copied to their stream: {}", consumer, e.getMessage());
            return true;
        }
    }

    private static List<DeathNotice> publish(Connection connection, List<DeathNotice> open)
            throws IOException, InterruptedException {
        JetStream stream = connection.jetStream();
        List<CompletableFuture<PublishAck>> acks = new ArrayList<>(open.size());
        for (DeathNotice notice : open) {
            acks.add(stream.publishAsync(notice.message(connection.getMaxPayload())));
        }
        List<DeathNotice> stored = new ArrayList<>(open.size());
        for (int i = 0; i < acks.size(); i++) {
            if (isStored(acks.get(i))) {
                stored.add(open.get(i));
            }
        }
        if (stored.isEmpty()) {
            throw new IOException("none was acknowledged");
        }
        return stored;
    }

    private static boolean isStored(CompletableFuture<PublishAck> ack) throws InterruptedException {
        try {
            ack.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            LOG.info("a dead letter is not yet in its stream: {}", e.toString());
            return false;
        }
    }
}

package io.millrace.chassis.source;

import io.millrace.chassis.stream.StreamLeader;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.api.ConsumerInfo;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * A JetStream stream read through a durable push consumer, which is only the vehicle: whoever opens it deletes and
 * recreates it at the position, so that catching up is exact, ordered and immediate.
 */
public final class JetStreamPushSource implements EventSource {

    private static final int NOT_FOUND = 404;

    private static final AtomicLong OPENED = new AtomicLong();

    private final String stream;
    private final Supplier<Optional<Connection>> connections;
    private final Optional<Duration> ackWait;

    /** Reads a stream over whatever connection is up when it is needed. */
    public JetStreamPushSource(String stream, Supplier<Optional<Connection>> connections) {
        this(stream, connections, Optional.empty());
    }

    /**
     * @param ackWait what is not acknowledged after this time is delivered again, and passed over here; empty for what the
     *     consumer's declaration says
     */
    JetStreamPushSource(String stream, Supplier<Optional<Connection>> connections, Optional<Duration> ackWait) {
        this.stream = stream;
        this.connections = connections;
        this.ackWait = ackWait;
    }

    @Override
    public Subscription open(String consumer, long epoch, long position) {
        Connection connection = connection();
        ConsumerDeclaration declaration = declaration(consumer);
        String owner = epoch + "-" + OPENED.incrementAndGet();
        io.nats.client.Subscription subscription = connection.subscribe(declaration.deliverSubject(owner));
        subscription.setPendingLimits(-1, -1);
        try {
            JetStreamManagement management = connection.jetStreamManagement();
            deleteIfThere(management, consumer);
            management.addOrUpdateConsumer(stream, declaration.bound(owner, position));
            return new PushSubscription(
                    connection,
                    subscription,
                    position,
                    declaration.heartbeat(),
                    this::isNothingBetween,
                    () -> info(connection, consumer));
        } catch (IOException | JetStreamApiException e) {
            subscription.unsubscribe();
            throw unavailable(e);
        }
    }

    @Override
    public StreamState state() {
        try {
            var state = connection().jetStreamManagement().getStreamInfo(stream).getStreamState();
            return new StreamState(state.getFirstSequence(), state.getLastSequence());
        } catch (IOException | JetStreamApiException e) {
            throw unavailable(e);
        }
    }

    @Override
    public Optional<String> eventId(long sequence) {
        try {
            return StreamLeader.at(connection(), stream, sequence)
                    .flatMap(message -> PushedMessage.idIn(message.getHeaders()));
        } catch (JetStreamApiException | IOException e) {
            throw unavailable(e);
        }
    }

    @Override
    public Optional<Next> next(long position) {
        try {
            return StreamLeader.firstFrom(connection(), stream, position + 1)
                    .map(message -> new Next(message.getSeq(), message.getTime().toInstant()));
        } catch (JetStreamApiException | IOException e) {
            throw unavailable(e);
        }
    }

    /**
     * Asks the stream as it is by now, which may be another one than that which sent both messages: purged, deleted and
     * made again, filled again. Only a stream that still begins before the hole, and has nothing in it, has had messages
     * deleted there one by one.
     */
    boolean isNothingBetween(long sequence, long next) {
        return !state().isPurgedBehind(sequence)
                && next(sequence).filter(found -> found.sequence() == next).isPresent();
    }

    private ConsumerInfo info(Connection connection, String consumer) {
        try {
            return connection.jetStreamManagement().getConsumerInfo(stream, consumer);
        } catch (JetStreamApiException e) {
            throw new SourceLostException("the server does not know the consumer: " + e.getMessage(), e);
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    private ConsumerDeclaration declaration(String consumer) {
        ConsumerDeclaration declared = ConsumerDeclaration.of(stream, consumer);
        return ackWait.map(declared::withAckWait).orElse(declared);
    }

    private void deleteIfThere(JetStreamManagement management, String consumer)
            throws IOException, JetStreamApiException {
        try {
            management.deleteConsumer(stream, consumer);
        } catch (JetStreamApiException e) {
            if (e.getErrorCode() != NOT_FOUND) {
                throw e;
            }
        }
    }

    private Connection connection() {
        return connections.get().orElseThrow(() -> new SourceUnavailableException("waiting for NATS"));
    }

    private SourceUnavailableException unavailable(Exception e) {
        return e instanceof JetStreamApiException api && api.getErrorCode() == NOT_FOUND
                ? new StreamMissingException(stream, e)
                : new SourceUnavailableException(stream + ": " + e.getMessage(), e);
    }
}

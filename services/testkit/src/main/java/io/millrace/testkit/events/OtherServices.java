package io.millrace.testkit.events;

import io.millrace.contracts.Envelope;
import io.millrace.contracts.EnvelopeHeaders;
import io.millrace.contracts.EventType;
import io.millrace.contracts.Subject;
import io.millrace.testkit.nats.NatsClient;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Plays the services that the one under test listens to: publishes their events as they would, with aggregates'
 * versions counted from 1.
 *
 * <p>Bodies are written as JSON, for that is what the other service sends, whatever records this one reads it into.
 */
public final class OtherServices implements AutoCloseable {

    private final Connection connection;
    private final Clock clock;
    private final Map<String, Long> versions = new ConcurrentHashMap<>();

    private OtherServices(Connection connection, Clock clock) {
        this.connection = connection;
        this.clock = clock;
    }

    /** Publishes over a connection of its own. */
    public static OtherServices at(String natsUrl, Clock clock) {
        try {
            return new OtherServices(NatsClient.connect(natsUrl), clock);
        } catch (IOException e) {
            throw new IllegalStateException("No NATS at %s: %s".formatted(natsUrl, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * Publishes one event of schema version 1.0; makes the service's stream if it is missing.
     *
     * @param type for example {@code customers.customer.registered}
     * @param aggregateId for example {@code 17850}
     * @param json the body
     * @return the event, for example to ask for what it caused
     */
    public Envelope emit(String type, String aggregateId, String json) {
        return emit(EventType.of(type, "1.0"), aggregateId, json);
    }

    /** The same in any schema version. */
    public Envelope emit(EventType eventType, String aggregateId, String json) {
        long version = versions.merge(eventType.service() + eventType.aggregate() + '/' + aggregateId, 1L, Long::sum);
        Envelope envelope = envelope(eventType, aggregateId, version);
        publish(eventType, envelope, json);
        return envelope;
    }

    private Envelope envelope(EventType type, String aggregateId, long version) {
        String id = UUID.randomUUID().toString();
        return new Envelope(
                id,
                "/millrace/" + type.service(),
                type.name(),
                clock.instant(),
                aggregateId,
                type.dataSchema(),
                version,
                id,
                id,
                "test",
                Optional.empty(),
                Optional.empty());
    }

    private void publish(EventType type, Envelope envelope, String json) {
        Headers headers = new Headers();
        EnvelopeHeaders.write(envelope).forEach(headers::put);
        try {
            DeclaredStream.of(type.service()).ensure(connection.jetStreamManagement());
            connection
                    .jetStream()
                    .publish(NatsMessage.builder()
                            .subject(new Subject(type.service(), type.aggregate(), envelope.subject(), type.event())
                                    .toString())
                            .headers(headers)
                            .data(json, StandardCharsets.UTF_8)
                            .build());
        } catch (IOException | JetStreamApiException e) {
            throw new IllegalStateException("%s was not published: %s".formatted(type.name(), e.getMessage()), e);
        }
    }

    /** Where the newest event of a service stands, 0 if there is none. */
    long lastSequence(String service) {
        try {
            DeclaredStream.of(service).ensure(connection.jetStreamManagement());
            return connection
                    .jetStreamManagement()
                    .getStreamInfo(service.toUpperCase(Locale.ROOT))
                    .getStreamState()
                    .getLastSequence();
        } catch (IOException | JetStreamApiException e) {
            throw new IllegalStateException(
                    "the stream of %s cannot be asked: %s".formatted(service, e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.millrace.chassis.relay;

import io.millrace.chassis.ServiceIdentity;
import io.millrace.chassis.outbox.ArchivedEvent;
import io.millrace.chassis.outbox.HeaderLines;
import io.millrace.chassis.outbox.StoredEvent;
import io.millrace.chassis.stream.OwnStream;
import io.millrace.chassis.stream.StreamLeader;
import io.millrace.contracts.EnvelopeHeaders;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.api.MessageInfo;
import io.nats.client.impl.Headers;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;

/** What the service's own stream says of itself, read without a subscription. */
@Singleton
class OwnStreamEnd {

    private final ServiceIdentity identity;
    private final OwnStream stream;

    OwnStreamEnd(ServiceIdentity identity, OwnStream stream) {
        this.identity = identity;
        this.stream = stream;
    }

    long lastSequence(Connection connection) throws IOException, JetStreamApiException {
        stream.ensure(connection);
        return connection
                .jetStreamManagement()
                .getStreamInfo(identity.stream())
                .getStreamState()
                .getLastSequence();
    }

    long firstSequence(Connection connection) throws IOException, JetStreamApiException {
        return connection
                .jetStreamManagement()
                .getStreamInfo(identity.stream())
                .getStreamState()
                .getFirstSequence();
    }

    /** The event at that place, unless it was deleted or is a foreign message. */
    Optional<ArchivedEvent> event(Connection connection, long sequence) throws IOException, JetStreamApiException {
        return message(connection, sequence)
                .filter(found -> headers(found).getFirst(EnvelopeHeaders.EVENT_ID) != null)
                .map(found -> archived(sequence, found));
    }

    /** Whether the event stands where it was stored, or was deleted there on purpose. */
    boolean mayHold(Connection connection, StoredEvent event) throws IOException, JetStreamApiException {
        Optional<MessageInfo> found = message(connection, event.sequence());
        return found.isEmpty() || event.eventId().equals(headers(found.get()).getFirst(EnvelopeHeaders.EVENT_ID));
    }

    private Optional<MessageInfo> message(Connection connection, long sequence)
            throws IOException, JetStreamApiException {
        return StreamLeader.at(connection, identity.stream(), sequence);
    }

    private static ArchivedEvent archived(long sequence, MessageInfo message) {
        Headers headers = headers(message);
        byte[] body = message.getData() == null ? new byte[0] : message.getData();
        return new ArchivedEvent(
                sequence,
                headers.getFirst(EnvelopeHeaders.EVENT_ID),
                message.getSubject(),
                HeaderLines.write(headers),
                body);
    }

    private static Headers headers(MessageInfo message) {
        return message.getHeaders() == null ? new Headers() : message.getHeaders();
    }
}

package io.millrace.chassis.relay;

import io.millrace.chassis.ServiceIdentity;
import io.millrace.chassis.outbox.StoredEvent;
import io.millrace.chassis.stream.OwnStream;
import io.millrace.contracts.EnvelopeHeaders;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.api.MessageInfo;
import jakarta.inject.Singleton;
import java.io.IOException;

/** What the service's own stream says of itself, read without a subscription. */
@Singleton
class OwnStreamEnd {

    private static final int NO_MESSAGE = 10037;

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

    /** Whether the event stands where it was stored, or was deleted there on purpose. */
    boolean mayHold(Connection connection, StoredEvent event) throws IOException, JetStreamApiException {
        try {
            MessageInfo found = connection.jetStreamManagement().getMessage(identity.stream(), event.sequence());
            return found.getHeaders() != null
                    && event.eventId().equals(found.getHeaders().getFirst(EnvelopeHeaders.MESSAGE_ID));
        } catch (JetStreamApiException e) {
            if (e.getApiErrorCode() == NO_MESSAGE) {
                return true;
            }
            throw e;
        }
    }
}

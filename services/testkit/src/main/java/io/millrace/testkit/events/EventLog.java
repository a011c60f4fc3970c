package io.millrace.testkit.events;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.api.MessageInfo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The stream of one service, read message by message from the first on, so that no consumer is left behind. */
final class EventLog {

    private static final int NOT_FOUND = 404;

    private final Connection connection;
    private final String service;
    private final List<SeenEvent> seen = new ArrayList<>();
    private long read;

    EventLog(Connection connection, String service) {
        this.connection = connection;
        this.service = service;
    }

    String stream() {
        return service.toUpperCase(Locale.ROOT);
    }

    synchronized List<SeenEvent> upToNow() {
        try {
            JetStreamManagement management = connection.jetStreamManagement();
            long last = management.getStreamInfo(stream()).getStreamState().getLastSequence();
            if (last < read) {
                startOver();
            }
            while (read < last) {
                MessageInfo message = management.getNextMessage(stream(), read + 1, "evt." + service + ".>");
                seen.add(WireContract.read(service, message));
                read = message.getSeq();
            }
        } catch (JetStreamApiException e) {
            if (e.getErrorCode() != NOT_FOUND) {
                throw new IllegalStateException("The stream " + stream() + " cannot be read: " + e.getMessage(), e);
            }
        } catch (IOException e) {
            // No server at the moment: what was seen before still holds.
            return List.copyOf(seen);
        }
        return List.copyOf(seen);
    }

    /** Somebody has made the stream anew. */
    private void startOver() {
        seen.clear();
        read = 0;
    }
}

package io.millrace.testkit;

import io.millrace.testkit.nats.NatsClient;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import java.io.IOException;

/** The streams of services on a server. */
final class EventStreams {

    private EventStreams() {}

    static void deleteAll(String natsUrl) {
        try (Connection connection = NatsClient.connect(natsUrl)) {
            JetStreamManagement management = connection.jetStreamManagement();
            for (String name : management.getStreamNames("evt.>")) {
                management.deleteStream(name);
            }
        } catch (IOException | JetStreamApiException e) {
            throw new IllegalStateException("The streams on " + natsUrl + " cannot be deleted: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

package io.millrace.chassis.source;

import io.millrace.chassis.nats.NatsLink;
import jakarta.inject.Singleton;

/** Streams of JetStream, read through durable push consumers. */
@Singleton
final class JetStreamPushSources implements EventSources {

    private final NatsLink nats;

    JetStreamPushSources(NatsLink nats) {
        this.nats = nats;
    }

    @Override
    public EventSource of(String stream) {
        return new JetStreamPushSource(stream, nats::connection);
    }
}

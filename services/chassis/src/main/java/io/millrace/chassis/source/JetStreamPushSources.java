package io.millrace.chassis.source;

import io.millrace.chassis.nats.NatsLink;
import jakarta.inject.Singleton;

/** Streams of JetStream, read through durable push consumers. */
@Singleton
final class JetStreamPushSources implements EventSources {

    private final NatsLink nats;
    private final DeliveryConfiguration configuration;

    JetStreamPushSources(NatsLink nats, DeliveryConfiguration configuration) {
        this.nats = nats;
        this.configuration = configuration;
    }

    @Override
    public EventSource of(String stream) {
        return new JetStreamPushSource(stream, nats::connection, configuration.ackWait());
    }
}

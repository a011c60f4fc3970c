package io.millrace.cli.prove.invariant;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamSubscription;
import io.nats.client.Message;
import io.nats.client.PushSubscribeOptions;
import io.nats.client.api.AckPolicy;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.api.DeliverPolicy;
import io.nats.client.api.StreamState;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;

/** Reads a whole stream, as anyone could. */
final class StreamReading {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Connection nats;

    StreamReading(Connection nats) {
        this.nats = nats;
    }

    /** Hands over each event in the stream's order. Returns what the server says the stream holds. */
    StreamState read(String stream, Consumer<StoredEvent> reader) throws IOException, InterruptedException {
        try {
            StreamState state = nats.jetStreamManagement().getStreamInfo(stream).getStreamState();
            if (state.getMsgCount() > 0) {
                read(stream, state.getLastSequence(), reader);
            }
            return state;
        } catch (JetStreamApiException e) {
            throw new IOException(stream + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void read(String stream, long last, Consumer<StoredEvent> reader)
            throws IOException, JetStreamApiException, InterruptedException {
        ConsumerConfiguration all = ConsumerConfiguration.builder()
                .ackPolicy(AckPolicy.None)
                .deliverPolicy(DeliverPolicy.All)
                .build();
        JetStreamSubscription subscription = nats.jetStream()
                .subscribe(
                        null,
                        PushSubscribeOptions.builder().stream(stream)
                                .ordered(true)
                                .configuration(all)
                                .build());
        long position = 0;
        while (position < last) {
            Message message = subscription.nextMessage(PATIENCE);
            if (message == null) {
                throw new IOException("%s stopped at %d of %d".formatted(stream, position, last));
            }
            StoredEvent event = StoredEvent.of(message);
            position = event.position();
            reader.accept(event);
        }
        subscription.unsubscribe();
    }
}

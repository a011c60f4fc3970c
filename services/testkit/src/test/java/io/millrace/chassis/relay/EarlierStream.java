package io.millrace.chassis.relay;

import io.millrace.chassis.ChassisFixture;
import io.millrace.chassis.ServiceIdentity;
import io.millrace.contracts.EnvelopeHeaders;
import io.millrace.testkit.nats.NatsClient;
import io.nats.client.Connection;
import io.nats.client.JetStreamManagement;
import io.nats.client.Message;
import io.nats.client.api.StreamConfiguration;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;
import java.util.List;

/** A broker that forgets: the stream of a fixture as an older backup would bring it back. */
final class EarlierStream {

    private final ChassisFixture fixture;

    EarlierStream(ChassisFixture fixture) {
        this.fixture = fixture;
    }

    /** The stream ends at this sequence, and holds the same messages up to it. */
    void goBackTo(int sequence) throws Exception {
        List<Message> kept = fixture.stored().subList(0, sequence);
        try (Connection connection = NatsClient.connect(fixture.nats().url())) {
            JetStreamManagement management = connection.jetStreamManagement();
            StreamConfiguration configuration =
                    management.getStreamInfo(fixture.stream()).getConfiguration();
            management.deleteStream(fixture.stream());
            management.addStream(configuration);
            for (Message message : kept) {
                connection
                        .jetStream()
                        .publish(NatsMessage.builder()
                                .subject(message.getSubject())
                                .headers(ofTheEvent(message.getHeaders()))
                                .data(message.getData())
                                .build());
            }
        }
    }

    void foreignMessage() throws Exception {
        publishByHand(new Headers());
    }

    /** Somebody publishes as this service. */
    void eventInItsName(String id) throws Exception {
        publishByHand(new Headers()
                .put(EnvelopeHeaders.EVENT_ID, id)
                .put("ce-source", fixture.bean(ServiceIdentity.class).source()));
    }

    private void publishByHand(Headers headers) throws Exception {
        try (Connection connection = NatsClient.connect(fixture.nats().url())) {
            connection
                    .jetStream()
                    .publish(NatsMessage.builder()
                            .subject("evt." + fixture.service() + ".thing.x.happened")
                            .headers(headers)
                            .build());
        }
    }

    /** What tells the server how to store a message is no part of it. */
    private static Headers ofTheEvent(Headers headers) {
        Headers own = new Headers();
        headers.forEach((name, values) -> {
            if (name.equals(EnvelopeHeaders.MESSAGE_ID) || !name.startsWith("Nats-")) {
                own.put(name, values);
            }
        });
        return own;
    }
}

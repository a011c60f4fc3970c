package io.millrace.chassis.source;

import io.millrace.chassis.nats.NatsConfigFiles;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.api.DeliverPolicy;
import io.nats.client.support.JsonParseException;
import java.time.Duration;

/**
 * What a durable consumer should look like, as declared in {@code nats-config}: the file of its own name, or else the
 * template that every other gets. Where it is delivered to and where it begins is its owner's to say.
 */
record ConsumerDeclaration(ConsumerConfiguration declared) {

    /** @throws IllegalStateException the file cannot be used; the message names it */
    static ConsumerDeclaration of(String stream, String consumer) {
        String file = "consumers/" + stream + "/" + consumer + ".json";
        String json = NatsConfigFiles.find(file)
                .orElseGet(() ->
                        NatsConfigFiles.read("consumers/consumer-template.json").replace("${consumer}", consumer));
        try {
            return new ConsumerDeclaration(
                    ConsumerConfiguration.builder().json(json).build());
        } catch (JsonParseException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "the declaration of consumer " + consumer + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** How often the server says that it is there while it has nothing to deliver. */
    Duration heartbeat() {
        return declared.getIdleHeartbeat();
    }

    /**
     * The consumer of one owner.
     *
     * @param subscription tells this owner's subject from those of all before it
     * @param position it begins behind it
     */
    ConsumerConfiguration bound(String subscription, long position) {
        ConsumerConfiguration.Builder builder =
                ConsumerConfiguration.builder(declared).deliverSubject(deliverSubject(subscription));
        return position == 0
                ? builder.deliverPolicy(DeliverPolicy.All).build()
                : builder.deliverPolicy(DeliverPolicy.ByStartSequence)
                        .startSequence(position + 1)
                        .build();
    }

    String deliverSubject(String subscription) {
        return declared.getDeliverSubject() + "." + subscription;
    }

    ConsumerDeclaration withAckWait(Duration ackWait) {
        return new ConsumerDeclaration(
                ConsumerConfiguration.builder(declared).ackWait(ackWait).build());
    }
}

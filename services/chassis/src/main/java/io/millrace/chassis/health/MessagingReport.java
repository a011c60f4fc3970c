package io.millrace.chassis.health;

import io.millrace.chassis.ServiceIdentity;
import io.millrace.chassis.consumer.ConsumerState;
import io.millrace.chassis.consumer.ConsumerStates;
import io.millrace.chassis.health.MessagingStatus.ConsumerStatus;
import io.millrace.chassis.health.MessagingStatus.OutboxStatus;
import io.millrace.chassis.nats.NatsLink;
import io.millrace.chassis.outbox.OutboxTable;
import io.millrace.chassis.relay.Relay;
import io.millrace.chassis.relay.RelayState;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts together what relay and consumers say of themselves. */
@Singleton
class MessagingReport {

    private static final Logger LOG = LoggerFactory.getLogger(MessagingReport.class);

    private final ServiceIdentity identity;
    private final NatsLink nats;
    private final Relay relay;
    private final OutboxTable outbox;
    private final ConsumerStates consumers;

    MessagingReport(
            ServiceIdentity identity, NatsLink nats, Relay relay, OutboxTable outbox, ConsumerStates consumers) {
        this.identity = identity;
        this.nats = nats;
        this.relay = relay;
        this.outbox = outbox;
        this.consumers = consumers;
    }

    MessagingStatus now() {
        RelayState publishing = relay.state();
        return new MessagingStatus(
                identity.service(),
                identity.instance(),
                nats.connection().isPresent() ? "connected" : "disconnected",
                new OutboxStatus(
                        backlog(),
                        publishing.leader(),
                        publishing.lastProgress(),
                        publishing.mode(),
                        publishing.state()),
                consumers.all().stream().map(MessagingReport::status).toList());
    }

    private Long backlog() {
        try {
            return outbox.backlog();
        } catch (Exception e) {
            LOG.debug("the outbox cannot be counted", e);
            return null;
        }
    }

    private static ConsumerStatus status(ConsumerState state) {
        return new ConsumerStatus(
                state.name(),
                state.stream(),
                state.position(),
                state.lag(),
                state.owner(),
                state.lastProgress(),
                state.state());
    }
}

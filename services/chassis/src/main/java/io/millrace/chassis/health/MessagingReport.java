package io.millrace.chassis.health;

import io.micronaut.core.annotation.Nullable;
import io.millrace.chassis.ServiceIdentity;
import io.millrace.chassis.consumer.ConsumerState;
import io.millrace.chassis.consumer.ConsumerStates;
import io.millrace.chassis.deadletters.DeadLetterCounts;
import io.millrace.chassis.deadletters.DeadLetterCounts.Count;
import io.millrace.chassis.health.MessagingStatus.ConsumerStatus;
import io.millrace.chassis.health.MessagingStatus.OutboxStatus;
import io.millrace.chassis.nats.NatsLink;
import io.millrace.chassis.outbox.OutboxTable;
import io.millrace.chassis.relay.Relay;
import io.millrace.chassis.relay.RelayState;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
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
    private final DeadLetterCounts deadLetters;

    MessagingReport(
            ServiceIdentity identity,
            NatsLink nats,
            Relay relay,
            OutboxTable outbox,
            ConsumerStates consumers,
            DeadLetterCounts deadLetters) {
        this.identity = identity;
        this.nats = nats;
        this.relay = relay;
        this.outbox = outbox;
        this.consumers = consumers;
        this.deadLetters = deadLetters;
    }

    MessagingStatus now() {
        RelayState publishing = relay.state();
        boolean connected = nats.connection().isPresent();
        Long backlog = backlog();
        OutboxStatus waiting = new OutboxStatus(
                backlog, publishing.leader(), publishing.lastProgress(), publishing.mode(), publishing.state());
        List<ConsumerStatus> consuming = consuming(backlog != null);
        return new MessagingStatus(
                identity.service(),
                identity.instance(),
                connected ? "connected" : "disconnected",
                waiting,
                consuming,
                Troubles.of(connected, publishing, waiting, consuming));
    }

    /** @param answers whether the database does: who waited once for nothing does not wait again */
    private List<ConsumerStatus> consuming(boolean answers) {
        List<ConsumerState> states = consumers.all();
        if (!answers) {
            return states.stream().map(state -> status(state, null)).toList();
        }
        try {
            Map<String, Count> counts = states.isEmpty() ? Map.of() : deadLetters.byConsumer();
            Count none = new Count(0, 0, false);
            return states.stream()
                    .map(state -> status(state, counts.getOrDefault(state.name(), none)))
                    .toList();
        } catch (Exception e) {
            LOG.debug("parked events cannot be counted", e);
            return states.stream().map(state -> status(state, null)).toList();
        }
    }

    private Long backlog() {
        try {
            return outbox.backlog();
        } catch (Exception e) {
            LOG.debug("the outbox cannot be counted", e);
            return null;
        }
    }

    private static ConsumerStatus status(ConsumerState state, @Nullable Count count) {
        return new ConsumerStatus(
                state.name(),
                state.stream(),
                state.position(),
                state.lag(),
                state.owner(),
                state.lastProgress(),
                state.state(),
                count == null ? null : count.parked(),
                count == null ? null : count.dead(),
                count == null ? null : count.paused());
    }
}

package io.millrace.chassis.health;

import io.millrace.chassis.health.MessagingStatus.ConsumerStatus;
import io.millrace.chassis.health.MessagingStatus.OutboxStatus;
import io.millrace.chassis.relay.RelayState;
import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong with messaging, in words. Dead letters are: somebody must redrive or discard them, and until then their
 * aggregates stand still. Events that are parked and tried again are not.
 */
final class Troubles {

    private final List<String> words = new ArrayList<>();

    private Troubles() {}

    static List<String> of(boolean connected, RelayState relay, OutboxStatus outbox, List<ConsumerStatus> consumers) {
        Troubles troubles = new Troubles();
        troubles.look(connected, relay);
        if (outbox.backlog() == null || consumers.stream().anyMatch(consumer -> consumer.dead() == null)) {
            troubles.words.add("the database cannot be asked");
        }
        consumers.forEach(consumer -> troubles.look(connected, consumer));
        return List.copyOf(troubles.words);
    }

    private void look(boolean connected, RelayState relay) {
        if (!connected) {
            words.add("NATS cannot be reached: events wait in the outbox");
        } else if (!relay.flowing()) {
            words.add("the relay does not publish: " + relay.state());
        }
    }

    private void look(boolean connected, ConsumerStatus consumer) {
        if (connected && consumer.owner() && consumer.lag() == null) {
            words.add("%s handles nothing: %s".formatted(consumer.name(), consumer.state()));
        }
        if (consumer.dead() != null && consumer.dead() > 0) {
            words.add("%s has %,d dead %s to be redriven or discarded"
                    .formatted(consumer.name(), consumer.dead(), consumer.dead() == 1 ? "letter" : "letters"));
        }
    }
}

package io.millrace.chassis.consumer;

import io.millrace.chassis.handler.Received;
import io.millrace.chassis.parked.UnreadableEventException;
import io.millrace.chassis.source.SourceMessage;
import io.millrace.contracts.Event;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A message, and who takes it.
 *
 * @param key its aggregate
 * @param deliveries one for each method that takes it; none if nobody does
 * @param unreadable why nobody can take it though somebody should
 */
record Decoded(
        SourceMessage message, String key, List<Delivery> deliveries, Optional<UnreadableEventException> unreadable) {

    /** An event for a method. */
    record Delivery(HandlerMethod method, Received<Event> received) {}

    long position() {
        return message.sequence();
    }

    /** The same for those only whom a rebuild does not call. */
    Decoded withoutRebuildable() {
        return only(method -> !method.rebuildable());
    }

    /** The same for projections only: the reactions have happened. */
    Decoded withoutReactions() {
        return only(method -> !method.reaction());
    }

    private Decoded only(Predicate<HandlerMethod> wanted) {
        return new Decoded(
                message,
                key,
                deliveries.stream()
                        .filter(delivery -> wanted.test(delivery.method()))
                        .toList(),
                unreadable);
    }

    boolean isForSomebody() {
        return !deliveries.isEmpty() || unreadable.isPresent();
    }
}

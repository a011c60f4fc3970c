package io.millrace.chassis.consumer;

import io.millrace.chassis.loop.Step;
import io.millrace.chassis.parked.Fence;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Has the inbox of a consumer forget, while this instance owns it. */
record InboxPruning(Inbox inbox, Supplier<Optional<Fence>> ownership) implements Step {

    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    @Override
    public Duration runOnce() {
        return ownership.get().isPresent() && inbox.prune() ? Duration.ZERO : LOOK_AGAIN;
    }
}

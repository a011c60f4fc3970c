package io.millrace.chassis.consumer;

import io.millrace.chassis.source.EventSource;
import io.millrace.chassis.source.StreamState;
import java.util.Optional;

/** Recognises a stream that is not the one the position was counted in: recreated, restored from a backup, cut short. */
final class KnownStream {

    private KnownStream() {}

    static void requireSame(EventSource source, ConsumerName consumer, Position last) {
        StreamState stream = source.state();
        if (last.sequence() > stream.lastSequence()) {
            throw new DamagedStreamException("its position is " + last.sequence() + ", but stream " + consumer.stream()
                    + " ends at " + stream.lastSequence() + ": it was recreated or restored from an older backup");
        }
        if (stream.isPurgedBehind(last.sequence())) {
            throw new DamagedStreamException("its position is " + last.sequence() + ", but stream " + consumer.stream()
                    + " begins at " + stream.firstSequence() + ": what stood between was purged");
        }
        if (last.sequence() > 0 && last.eventId().isPresent()) {
            requireSameEvent(consumer, last, source.eventId(last.sequence()));
        }
    }

    private static void requireSameEvent(ConsumerName consumer, Position last, Optional<String> found) {
        if (found.isPresent() && !found.equals(last.eventId())) {
            throw new DamagedStreamException("event " + last.eventId().orElseThrow() + " was handled at position "
                    + last.sequence() + ", but stream " + consumer.stream() + " holds " + found.get()
                    + " there: it was recreated or restored");
        }
    }
}

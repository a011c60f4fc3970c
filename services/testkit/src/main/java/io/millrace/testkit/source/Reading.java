package io.millrace.testkit.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.chassis.source.SourceMessage;
import io.millrace.chassis.source.Subscription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** Reads subscriptions the way an event loop does. */
final class Reading {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration A_WHILE = Duration.ofMillis(300);

    private Reading() {}

    /** Reads until there are this many, or a minute is over. */
    static List<SourceMessage> read(Subscription subscription, int count, int max) {
        List<SourceMessage> all = new ArrayList<>(count);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (all.size() < count && System.nanoTime() < deadline) {
            List<SourceMessage> batch = subscription.next(max, A_WHILE);
            assertThat(batch).hasSizeLessThanOrEqualTo(max);
            all.addAll(batch);
            if (!batch.isEmpty()) {
                subscription.acknowledge(batch.getLast());
            }
        }
        return all;
    }

    static List<SourceMessage> read(Subscription subscription, int count) {
        return read(subscription, count, count);
    }

    static List<Long> sequences(List<SourceMessage> messages) {
        return messages.stream().map(SourceMessage::sequence).toList();
    }

    static List<Long> from(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    static void assertNothingComes(Subscription subscription) {
        assertThat(sequences(subscription.next(100, A_WHILE))).isEmpty();
    }
}

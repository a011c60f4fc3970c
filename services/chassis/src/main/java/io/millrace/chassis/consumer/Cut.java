package io.millrace.chassis.consumer;

import java.util.List;
import java.util.stream.Stream;

/** Cuts a batch that failed into parts, so that the event that fails stands alone after few cuts. */
final class Cut {

    private Cut() {}

    /** Parts of two events or more, in order; none is empty, and together they are all of it. */
    static List<List<Decoded>> around(List<Decoded> events, Throwable failure) {
        int first = 0;
        int last = events.size() - 1;
        if (failure instanceof HandlingFailure handling) {
            while (first < last && events.get(first).position() < handling.first()) {
                first++;
            }
            while (last > first && events.get(last).position() > handling.last()) {
                last--;
            }
        }
        int middle = (first + last + 1) / 2;
        Stream<List<Decoded>> parts = first == last
                ? Stream.of(
                        events.subList(0, first),
                        events.subList(first, first + 1),
                        events.subList(first + 1, events.size()))
                : Stream.of(events.subList(0, middle), events.subList(middle, events.size()));
        return parts.filter(part -> !part.isEmpty()).toList();
    }
}

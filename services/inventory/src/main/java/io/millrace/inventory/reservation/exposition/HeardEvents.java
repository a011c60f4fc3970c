package io.millrace.inventory.reservation.exposition;

import io.millrace.chassis.handler.Received;
import io.millrace.contracts.Event;
import io.millrace.inventory.reservation.service.Heard;
import java.util.List;

/** Received events as the business takes them. */
final class HeardEvents {

    private HeardEvents() {}

    static <E extends Event> List<Heard<E>> of(List<Received<E>> batch) {
        return batch.stream()
                .map(received ->
                        new Heard<>(received.event(), received.context().envelope()))
                .toList();
    }
}

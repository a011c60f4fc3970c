package io.millrace.delivery.shipment.exposition;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.contracts.Envelope;
import io.millrace.testkit.MillraceTest;
import io.millrace.testkit.events.Events;
import io.millrace.testkit.events.SeenEvent;
import io.millrace.testkit.rest.Rest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** People dispatch what is called off at the same moment. */
@MillraceTest
class DispatchOrCancelIT {

    private static final int ORDERS = 300;
    private static final int PEOPLE = 4;

    @Inject
    Rest rest;

    @Inject
    Shop shop;

    @Inject
    Events events;

    private final Map<String, Envelope> requests = new ConcurrentHashMap<>();
    private final Map<String, Integer> dispatches = new ConcurrentHashMap<>();

    /** One side begins at the first order and the other at the last, so they meet on the way and each wins some. */
    @Test
    void eachShipmentIsEitherDispatchedOrCancelledAndEachRequestIsAnsweredOnce() {
        List<String> ids = IntStream.range(0, ORDERS).mapToObj(i -> "race-" + i).toList();
        shop.register("racer");
        ids.forEach(id -> shop.confirm(id, "racer"));
        ids.forEach(id -> shop.await(id, "PREPARED"));

        try (ExecutorService people = Executors.newFixedThreadPool(PEOPLE)) {
            ids.reversed().forEach(id -> people.execute(() -> dispatches.put(id, dispatch(id))));
            ids.forEach(id -> requests.put(id, shop.callOff(id)));
        }
        Shop.eventually(() -> answered() == ORDERS);

        Map<String, List<SeenEvent>> seen = seen();
        assertThat(ids).allSatisfy(id -> assertOneOfTheTwo(id, seen.get(id)));
        assertThat(dispatches.values()).as("both sides win some").contains(200, 409);
    }

    private void assertOneOfTheTwo(String id, List<SeenEvent> seen) {
        List<String> types = seen.stream()
                .map(event -> event.envelope().type().replace("delivery.shipment.", ""))
                .toList();
        if (dispatches.get(id) == 200) {
            assertThat(types).containsExactly("prepared", "dispatched", "cancellation_refused");
        } else {
            assertThat(dispatches.get(id)).isEqualTo(409);
            assertThat(types).containsExactly("prepared", "cancelled");
        }
        assertThat(seen.getLast().envelope().causationId())
                .isEqualTo(requests.get(id).id());
    }

    private int dispatch(String id) {
        return rest.post("/shipments/" + id + "/dispatch").status();
    }

    private long answered() {
        return seen().values().stream()
                .flatMap(List::stream)
                .filter(event -> event.envelope().type().contains(".cancel"))
                .count();
    }

    private Map<String, List<SeenEvent>> seen() {
        return events.all("delivery").stream()
                .filter(event -> event.envelope().subject().startsWith("race-"))
                .collect(Collectors.groupingBy(event -> event.envelope().subject()));
    }
}

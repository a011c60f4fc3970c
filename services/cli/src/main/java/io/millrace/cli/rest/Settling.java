package io.millrace.cli.rest;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Waits until every event has arrived everywhere: nothing is left in an outbox, no consumer lags, consumers of the same
 * stream stand at the same position, and delivery counts what orders counts.
 */
public final class Settling {

    private static final long PAUSE_MILLIS = 50;

    private final RestClient rest;
    private final ShopUrls urls;
    private final Clock clock;

    public Settling(RestClient rest, ShopUrls urls, Clock clock) {
        this.rest = rest;
        this.urls = urls;
        this.clock = clock;
    }

    /**
     * What both sides count.
     *
     * @param trouble what is missing, empty once everything has arrived
     */
    public record Settled(Figures orders, Figures delivery, String trouble) {
        public boolean complete() {
            return trouble.isEmpty();
        }
    }

    /** Waits no longer than that. A service that does not answer at the moment is asked again. */
    public Settled await(Duration limit) throws InterruptedException {
        Instant end = clock.instant().plus(limit);
        Settled settled = look();
        while (!settled.complete() && clock.instant().isBefore(end)) {
            Thread.sleep(PAUSE_MILLIS);
            settled = look();
        }
        return settled;
    }

    private Settled look() {
        Figures none = new Figures(0, 0, Map.of(), 0);
        try {
            String trouble = messagingTrouble();
            Figures orders = Figures.of(rest.get(urls.orderFigures()).body());
            Figures delivery = Figures.of(rest.get(urls.shipmentFigures()).body());
            boolean counted = orders.equals(delivery);
            return new Settled(
                    orders,
                    delivery,
                    trouble.isEmpty() && !counted ? "delivery counts other figures than orders" : trouble);
        } catch (IOException unreachable) {
            return new Settled(none, none, "a service does not answer");
        }
    }

    private String messagingTrouble() throws IOException {
        List<MessagingState> states = new ArrayList<>();
        for (URI service : List.of(urls.customers(), urls.orders(), urls.delivery())) {
            Answer answer = rest.get(MessagingState.of(service));
            if (!answer.succeeded()) {
                return service + " does not tell the state of its messaging";
            }
            states.add(MessagingState.of(answer.body()));
        }
        return states.stream()
                .filter(state -> !state.published())
                .findFirst()
                .map(state -> state.service() + " has events in its outbox that are not in the stream yet")
                .orElseGet(() -> lag(states));
    }

    private static String lag(List<MessagingState> states) {
        for (MessagingState state : states) {
            if (!state.upToDate()) {
                return state.service() + " has not handled every event yet";
            }
        }
        return samePositions(states) ? "" : "a consumer is behind another one of the same stream";
    }

    private static boolean samePositions(List<MessagingState> states) {
        Map<String, Set<Long>> positions = new HashMap<>();
        states.stream()
                .flatMap(state -> state.consumers().stream())
                .forEach(consumer -> positions
                        .computeIfAbsent(consumer.stream(), _ -> new HashSet<>())
                        .add(consumer.position()));
        return positions.values().stream().allMatch(set -> set.size() == 1);
    }
}

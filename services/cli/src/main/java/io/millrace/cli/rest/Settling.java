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
 * Waits until everything has come to its end everywhere: nothing is left in an outbox, no consumer lags, consumers of the
 * same stream stand at the same position, each order that is not cancelled, rejected or returned has its shipment, and
 * billing has taken what those orders are worth.
 */
public final class Settling {

    private static final long PAUSE_MILLIS = 50;
    private static final Settled UNREACHABLE =
            new Settled(Figures.NONE, ShipmentFigures.NONE, PaymentFigures.NONE, "a service does not answer");

    private final RestClient rest;
    private final ShopUrls urls;
    private final Clock clock;

    public Settling(RestClient rest, ShopUrls urls, Clock clock) {
        this.rest = rest;
        this.urls = urls;
        this.clock = clock;
    }

    /**
     * What each of them counts.
     *
     * @param trouble what is missing, empty once everything has arrived
     */
    public record Settled(Figures orders, ShipmentFigures delivery, PaymentFigures billing, String trouble) {
        public boolean complete() {
            return trouble.isEmpty();
        }

        /** Orders that have no shipment yet. */
        long underWay() {
            return Math.max(0, orders.orders() - delivery.orders());
        }
    }

    /**
     * Waits as long as fewer and fewer orders are without a shipment, and no longer than the limit after that. A service
     * that does not answer at the moment is asked again.
     */
    public Settled await(Duration limit) throws InterruptedException {
        Settled settled = look();
        long fewest = Long.MAX_VALUE;
        Instant end = clock.instant().plus(limit);
        while (!settled.complete() && clock.instant().isBefore(end)) {
            if (!settled.equals(UNREACHABLE) && settled.underWay() < fewest) {
                fewest = settled.underWay();
                end = clock.instant().plus(limit);
            }
            Thread.sleep(PAUSE_MILLIS);
            settled = look();
        }
        return settled;
    }

    private Settled look() {
        try {
            String trouble = messagingTrouble();
            Figures orders = Figures.of(rest.get(urls.orderFigures()).body());
            ShipmentFigures delivery =
                    ShipmentFigures.of(rest.get(urls.shipmentFigures()).body());
            PaymentFigures billing =
                    PaymentFigures.of(rest.get(urls.paymentFigures()).body());
            return new Settled(
                    orders, delivery, billing, trouble.isEmpty() ? difference(orders, delivery, billing) : trouble);
        } catch (IOException unreachable) {
            return UNREACHABLE;
        }
    }

    private static String difference(Figures orders, ShipmentFigures delivery, PaymentFigures billing) {
        if (!billing.agreesWith(orders)) {
            return "billing has taken another sum than orders are worth";
        }
        return delivery.agreesWith(orders) ? "" : "delivery counts other figures than orders";
    }

    private String messagingTrouble() throws IOException {
        List<MessagingState> states = new ArrayList<>();
        for (URI service : urls.all()) {
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

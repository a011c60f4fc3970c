package io.millrace.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.cli.rest.Figures;
import io.millrace.cli.rest.MessagingState;
import io.millrace.cli.shop.ServiceSpec;
import io.millrace.cli.shop.Shop;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The steps in their order. */
final class Plot {

    private static final int SOME = 20;
    private static final ServiceSpec COURIER = ServiceSpec.DELIVERY.as("courier");

    private Plot() {}

    static List<Step> steps() {
        return List.of(
                new Step("Start PostgreSQL, NATS, customers, orders and delivery", Plot::startAll),
                new Step("Register a customer", Plot::register),
                new Step("Place an order", Plot::order),
                new Step("Watch its shipment appear in delivery", Plot::watchShipment),
                new Step("Kill customers, and order again", Plot::killCustomers),
                new Step("Start customers again", Plot::startCustomers),
                new Step("Kill delivery, and place %d orders".formatted(SOME), Plot::killDelivery),
                new Step("Start delivery again, and watch it catch up to the last one", Plot::startDelivery),
                new Step("Stop NATS, and place %d orders".formatted(SOME), Plot::stopNats),
                new Step("Start NATS again: nothing is lost", Plot::startNats),
                new Step("Add a service that did not exist, and watch it replay everything", Plot::addCourier));
    }

    private static String startAll(Stage stage) {
        stage.shop().startServers();
        stage.shop().start(ServiceSpec.CORE);
        return "five parts, each a process of its own";
    }

    private static String register(Stage stage) throws IOException {
        return "customers took %s as version %s"
                .formatted(Stage.CUSTOMER, stage.registerCustomer().etag());
    }

    private static String order(Stage stage) throws InterruptedException {
        stage.placeFirstOrder("demo-order");
        return "orders knows the customer from an event and took demo-order";
    }

    private static String watchShipment(Stage stage) throws InterruptedException {
        JsonNode shipment = stage.shipment(delivery(stage), "demo-order").body();
        return "delivery prepared it for %s in %s, from its own copy of customers"
                .formatted(
                        shipment.at("/recipient/name").asText("the customer"),
                        shipment.at("/recipient/address/city").asText("Millbrook"));
    }

    private static String killCustomers(Stage stage) throws IOException, InterruptedException {
        stage.shop().service("customers").kill();
        stage.placeOrder("demo-order-without-customers");
        stage.shipment(delivery(stage), "demo-order-without-customers");
        return "with customers dead, orders took the order and delivery prepared its shipment";
    }

    private static String startCustomers(Stage stage) throws IOException, InterruptedException {
        stage.shop().start("customers");
        return "customers has " + Stage.CUSTOMER + " as before: version "
                + stage.registerCustomer().etag();
    }

    private static String killDelivery(Stage stage) throws IOException {
        stage.shop().service("delivery").kill();
        placeSome(stage, "demo-without-delivery-");
        return "with delivery dead, orders took all of them: %d orders in all"
                .formatted(stage.orderFigures().orders());
    }

    private static String startDelivery(Stage stage) throws InterruptedException {
        stage.shop().start("delivery");
        Figures figures = stage.sameFigures(delivery(stage));
        stage.shipment(delivery(stage), "demo-without-delivery-" + SOME);
        return "delivery counts %d shipments worth %s, as orders does"
                .formatted(figures.orders(), figures.revenueText());
    }

    private static String stopNats(Stage stage) throws IOException, InterruptedException {
        stage.shop().nats().stop();
        placeSome(stage, "demo-without-nats-");
        long waiting = stage.await()
                .until(
                        "the orders in the outbox",
                        () -> stage.messaging(orders(stage))
                                .filter(state -> state.outbox().backlog().orElse(0) >= SOME)
                                .map(state -> state.outbox().backlog().getAsLong()));
        return "without NATS, orders took all of them: %d events wait in its outbox".formatted(waiting);
    }

    private static String startNats(Stage stage) throws InterruptedException {
        stage.shop().nats().start();
        stage.await()
                .until("an empty outbox", () -> stage.messaging(orders(stage)).filter(MessagingState::published));
        Figures figures = stage.sameFigures(delivery(stage));
        stage.shipment(delivery(stage), "demo-without-nats-" + SOME);
        return "the outbox is empty, and delivery counts %d shipments, as orders does".formatted(figures.orders());
    }

    private static String addCourier(Stage stage) throws InterruptedException {
        Shop shop = stage.shop();
        shop.start(List.of(COURIER));
        URI courier = shop.service(COURIER.name()).url();
        Figures figures = stage.sameFigures(courier);
        stage.shipment(courier, "demo-order");
        return "courier, with a database of its own, counts %d shipments from the first event on (%s)"
                .formatted(figures.orders(), positions(stage, courier));
    }

    private static String positions(Stage stage, URI service) {
        Optional<MessagingState> state = stage.messaging(service);
        return state.stream()
                .flatMap(messaging -> messaging.consumers().stream())
                .map(consumer -> consumer.name() + " at " + consumer.position())
                .collect(Collectors.joining(", "));
    }

    private static void placeSome(Stage stage, String prefix) throws IOException {
        for (int i = 1; i <= SOME; i++) {
            stage.placeOrder(prefix + i);
        }
    }

    private static URI delivery(Stage stage) {
        return stage.shop().urls().delivery();
    }

    private static URI orders(Stage stage) {
        return stage.shop().urls().orders();
    }
}

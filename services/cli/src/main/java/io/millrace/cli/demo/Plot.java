package io.millrace.cli.demo;

import io.millrace.cli.rest.ShipmentFigures;
import io.millrace.cli.shop.ServiceSpec;
import io.millrace.cli.shop.Shop;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/** The steps in their order. */
final class Plot {

    private static final ServiceSpec COURIER = ServiceSpec.DELIVERY.as("courier");

    private Plot() {}

    static List<Step> steps() {
        String some = "and place %d orders".formatted(Outages.SOME);
        return List.of(
                new Step("Start PostgreSQL, NATS, five services and a payment provider", Plot::startAll),
                new Step("List a product, and bring pieces in", Buying::stock),
                new Step("Register a customer", Buying::register),
                new Step("Place an order", Buying::order),
                new Step("Watch it being kept, paid and prepared for its way", Buying::watch),
                new Step("Order more than there is: nothing is charged", Buying::wantTooMuch),
                new Step("Pay with a card that is declined: the pieces are free again", Buying::payWithBadCard),
                new Step("Cancel an order that is paid: the money goes back", Buying::cancel),
                new Step("Kill customers, and order again", Outages::killCustomers),
                new Step("Start customers again", Outages::startCustomers),
                new Step("Kill the payment provider, " + some, Outages::killProvider),
                new Step("Start the payment provider again: all are paid", Outages::startProvider),
                new Step("Kill delivery, " + some, Outages::killDelivery),
                new Step("Start delivery again, and watch it catch up to the last one", Outages::startDelivery),
                new Step("Stop NATS, " + some, Outages::stopNats),
                new Step("Start NATS again: nothing is lost", Outages::startNats),
                new Step("Add a service that did not exist, and watch it replay everything", Plot::addCourier));
    }

    private static String startAll(Stage stage) {
        stage.shop().startServers();
        stage.shop().start(ServiceSpec.WITH_PROVIDER);
        return "eight parts, each a process of its own";
    }

    private static String addCourier(Stage stage) throws InterruptedException {
        Shop shop = stage.shop();
        shop.start(List.of(COURIER));
        URI courier = shop.service(COURIER.name()).url();
        ShipmentFigures figures = stage.sameFigures(courier);
        stage.shipment(courier, Buying.ORDER, "PREPARED");
        return "courier, with a database of its own, counts %d shipments from the first event on (%s)"
                .formatted(figures.orders(), positions(stage, courier));
    }

    private static String positions(Stage stage, URI service) {
        return stage.messaging(service).stream()
                .flatMap(messaging -> messaging.consumers().stream())
                .map(consumer -> consumer.name() + " at " + consumer.position())
                .collect(Collectors.joining(", "));
    }
}

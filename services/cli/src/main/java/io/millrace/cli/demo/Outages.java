package io.millrace.cli.demo;

import io.millrace.cli.rest.Figures;
import io.millrace.cli.rest.MessagingState;
import io.millrace.cli.shop.ServiceSpec;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** The steps in which something is away, and comes back. */
final class Outages {

    static final int SOME = 20;

    private Outages() {}

    static String killCustomers(Stage stage) throws IOException, InterruptedException {
        String id = "demo-order-without-customers";
        stage.shop().service("customers").kill();
        stage.placeOrder(id);
        stage.order(id, "CONFIRMED");
        stage.shipment(stage.shop().urls().delivery(), id, "PREPARED");
        return "with customers dead, the order was taken, kept, paid, and its shipment prepared";
    }

    static String startCustomers(Stage stage) throws IOException, InterruptedException {
        stage.shop().start("customers");
        return "customers has " + Stage.CUSTOMER + " as before: version "
                + stage.registerCustomer().etag();
    }

    static String killProvider(Stage stage) throws IOException, InterruptedException {
        stage.shop().service(ServiceSpec.PROVIDER.name()).kill();
        placeSome(stage, "demo-without-provider-");
        URI gateway = stage.shop().urls().payment("gateway");
        long waiting = stage.await()
                .until(
                        "the payments that wait",
                        () -> Optional.of(stage.rest()
                                        .get(gateway)
                                        .body()
                                        .path("waiting")
                                        .asLong())
                                .filter(payments -> payments >= SOME));
        return "orders took all of them, inventory kept their pieces, and %d payments wait".formatted(waiting);
    }

    static String startProvider(Stage stage) throws InterruptedException {
        stage.shop().start(ServiceSpec.PROVIDER.name());
        Figures figures = stage.settled();
        stage.payment("demo-without-provider-" + SOME, "CAPTURED");
        return "all are paid: billing has taken %s, which is what %d orders are worth"
                .formatted(figures.revenueText(), figures.orders());
    }

    static String killDelivery(Stage stage) throws IOException, InterruptedException {
        stage.shop().service("delivery").kill();
        placeSome(stage, "demo-without-delivery-");
        for (int i = 1; i <= SOME; i++) {
            stage.order("demo-without-delivery-" + i, "CONFIRMED");
        }
        return "with delivery dead, all of them are CONFIRMED";
    }

    static String startDelivery(Stage stage) throws InterruptedException {
        stage.shop().start("delivery");
        Figures figures = stage.settled();
        stage.shipment(stage.shop().urls().delivery(), "demo-without-delivery-" + SOME, "PREPARED");
        return "delivery counts %d shipments, as many as orders has orders, and billing %s, which is what they are worth"
                .formatted(figures.orders(), figures.revenueText());
    }

    static String stopNats(Stage stage) throws IOException, InterruptedException {
        stage.shop().nats().stop();
        placeSome(stage, "demo-without-nats-");
        long waiting = stage.await()
                .until(
                        "the orders in the outbox",
                        () -> stage.messaging(stage.shop().urls().orders())
                                .filter(state -> state.outbox().backlog().orElse(0) >= SOME)
                                .map(state -> state.outbox().backlog().getAsLong()));
        return "without NATS, orders took all of them: %d events wait in its outbox".formatted(waiting);
    }

    static String startNats(Stage stage) throws InterruptedException {
        URI orders = stage.shop().urls().orders();
        stage.shop().nats().start();
        stage.await().until("an empty outbox", () -> stage.messaging(orders).filter(MessagingState::published));
        Figures figures = stage.settled();
        stage.shipment(stage.shop().urls().delivery(), "demo-without-nats-" + SOME, "PREPARED");
        return "the outbox is empty, and delivery counts %d shipments, as orders does".formatted(figures.orders());
    }

    private static void placeSome(Stage stage, String prefix) throws IOException {
        for (int i = 1; i <= SOME; i++) {
            stage.placeOrder(prefix + i);
        }
    }
}

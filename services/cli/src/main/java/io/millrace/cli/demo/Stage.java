package io.millrace.cli.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.cli.CommandFailure;
import io.millrace.cli.rest.Answer;
import io.millrace.cli.rest.Figures;
import io.millrace.cli.rest.MessagingState;
import io.millrace.cli.rest.RestClient;
import io.millrace.cli.shop.Shop;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Optional;

/** What the steps do and see: everything through REST, as a front end would. */
record Stage(Shop shop, RestClient rest, Await await) {

    static final String CUSTOMER = "demo-customer";

    Answer registerCustomer() throws IOException {
        ObjectNode customer = JsonNodeFactory.instance.objectNode().put("name", "Customer of the demo");
        customer.putObject("address").put("city", "Millbrook").put("country", "United Kingdom");
        return required(rest.put(shop.urls().customer(CUSTOMER), customer));
    }

    /** Places an order that must be taken at once. */
    Answer placeOrder(String id) throws IOException {
        return required(rest.put(shop.urls().order(id), order()));
    }

    /** Places an order as soon as the copy of the customer has arrived at orders. */
    Answer placeFirstOrder(String id) throws InterruptedException {
        return await.until(
                "order " + id,
                () -> Optional.of(rest.put(shop.urls().order(id), order())).filter(Answer::succeeded));
    }

    /** Waits for the shipment of an order, addressed. */
    Answer shipment(URI service, String order) throws InterruptedException {
        return await.until(
                "a prepared shipment of order " + order,
                () -> Optional.of(rest.get(service.resolve("/shipments/" + order)))
                        .filter(answer -> answer.body().path("status").asText().equals("PREPARED")));
    }

    /** What orders counts. */
    Figures orderFigures() throws IOException {
        return Figures.of(required(rest.get(shop.urls().orderFigures())).body());
    }

    /** Waits until a service for shipments counts what orders counts, and has handled every event. */
    Figures sameFigures(URI service) throws InterruptedException {
        return await.until("every order's shipment at " + service, () -> {
            Figures there = Figures.of(
                    required(rest.get(service.resolve("/shipment-figures"))).body());
            return Optional.of(there)
                    .filter(orderFigures()::equals)
                    .filter(_ ->
                            messaging(service).filter(MessagingState::upToDate).isPresent());
        });
    }

    Optional<MessagingState> messaging(URI service) {
        try {
            return Optional.of(rest.get(MessagingState.of(service)))
                    .filter(Answer::succeeded)
                    .map(answer -> MessagingState.of(answer.body()));
        } catch (IOException notAnswering) {
            return Optional.empty();
        }
    }

    private static Answer required(Answer answer) {
        if (answer.status() >= HttpURLConnection.HTTP_BAD_REQUEST) {
            throw new CommandFailure("a service answered %d: %s".formatted(answer.status(), answer.problem()));
        }
        return answer;
    }

    private static ObjectNode order() {
        ObjectNode order = JsonNodeFactory.instance.objectNode().put("customerId", CUSTOMER);
        ObjectNode line = order.putArray("lines").addObject();
        line.put("sku", "85123A")
                .put("description", "WHITE HANGING HEART T-LIGHT HOLDER")
                .put("quantity", 6);
        line.putObject("unitPrice").put("amount", "2.55").put("currency", "GBP");
        return order;
    }
}

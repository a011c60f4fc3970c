package io.millrace.billing.payment.exposition;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.millrace.contracts.Envelope;
import io.millrace.testkit.events.Events;
import io.millrace.testkit.events.OtherServices;
import io.millrace.testkit.events.SeenEvent;
import io.millrace.testkit.rest.Rest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** Orders, as far as their events go, and what they hear of payments. */
@Singleton
final class Orders {

    private final OtherServices others;
    private final Events events;
    private final Rest rest;

    Orders(OtherServices others, Events events, Rest rest) {
        this.others = others;
        this.events = events;
        this.rest = rest;
    }

    /** 15.30 pounds. */
    Envelope pay(String orderId, String cardToken) {
        return pay(orderId, cardToken, "15.30", "GBP");
    }

    Envelope pay(String orderId, String cardToken, String amount, String currency) {
        return others.emit(
                "orders.fulfilment.payment_requested", orderId, """
                {"orderId":"%s","customerId":"17850","amount":{"amount":"%s","currency":"%s"},"cardToken":"%s"}
                """.formatted(orderId, amount, currency, cardToken));
    }

    Envelope refund(String orderId) {
        return others.emit("orders.fulfilment.refund_requested", orderId, """
                {"orderId":"%s"}""".formatted(orderId));
    }

    SeenEvent awaitSaid(String event, String orderId) {
        return events.expect("billing.payment." + event).forAggregate(orderId).await();
    }

    JsonNode awaitStatus(String orderId, String status) {
        Awaitility.await(orderId + " to be " + status)
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() ->
                        assertThat(rest.get("/payments/" + orderId).text()).contains("\"status\":\"" + status + "\""));
        return rest.get("/payments/" + orderId).body();
    }

    /** All that was said about an order's payment, with the versions. */
    List<String> saidOf(String orderId) {
        return events.all("billing").stream()
                .map(SeenEvent::envelope)
                .filter(envelope -> envelope.subject().equals(orderId))
                .map(envelope -> envelope.type().replace("billing.payment.", "") + " " + envelope.sequence())
                .toList();
    }
}

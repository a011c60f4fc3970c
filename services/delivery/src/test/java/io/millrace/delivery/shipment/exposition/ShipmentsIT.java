package io.millrace.delivery.shipment.exposition;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.millrace.contracts.Envelope;
import io.millrace.testkit.MillraceTest;
import io.millrace.testkit.events.Events;
import io.millrace.testkit.events.OtherServices;
import io.millrace.testkit.events.SeenEvent;
import io.millrace.testkit.rest.Answer;
import io.millrace.testkit.rest.Rest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@MillraceTest
class ShipmentsIT {

    @Inject
    Rest rest;

    @Inject
    Shop shop;

    @Inject
    Events events;

    @Inject
    OtherServices others;

    @Test
    void preparesAShipmentAddressedFromTheCopyOfCustomers() {
        shop.register("c-plain");
        shop.confirm("o-first", "c-plain");
        shop.await("o-first", "PREPARED");
        Envelope order = shop.confirm("o-plain", "c-plain");

        SeenEvent prepared = events.expect("delivery.shipment.prepared")
                .forAggregate("o-plain")
                .atVersion(1)
                .await();

        assertThat(prepared.subject()).isEqualTo("evt.delivery.shipment.o-plain.prepared");
        assertThat(prepared.envelope().causationId()).isEqualTo(order.id());
        assertThat(prepared.envelope().correlationId()).isEqualTo(order.correlationId());
        assertThat(rest.get("/shipments/o-plain").text()).isEqualTo("""
                {"id":"o-plain","orderId":"o-plain","customerId":"c-plain","status":"PREPARED",\
                "recipient":{"state":"KNOWN","name":"Ada","address":{"city":"London","country":"United Kingdom"}},\
                "lines":[{"sku":"85123A","description":"WHITE HANGING HEART","quantity":6},\
                {"sku":"71053","description":"WHITE METAL LANTERN","quantity":2}],"version":1}""");
    }

    @Test
    void keepsAnOrderThatArrivesBeforeItsCustomer() {
        shop.confirm("o-early", "c-late");
        JsonNode waiting = shop.await("o-early", "WAITING");
        assertThat(waiting.get("version").getIntValue()).isZero();
        assertThat(waiting.get("recipient").get("state").getStringValue()).isEqualTo("EXPECTED");
        assertThat(rest.post("/shipments/o-early/dispatch").status()).isEqualTo(409);

        Envelope customer = shop.register("c-late");

        SeenEvent prepared = events.expect("delivery.shipment.prepared")
                .forAggregate("o-early")
                .atVersion(1)
                .await();
        assertThat(prepared.envelope().causationId()).isEqualTo(customer.id());
        assertThat(shop.await("o-early", "PREPARED")
                        .get("recipient")
                        .get("name")
                        .getStringValue())
                .isEqualTo("Ada");
    }

    @Test
    void isDispatchedAndDeliveredOnce() {
        prepared("o-way", "c-way");

        Answer dispatched = rest.post("/shipments/o-way/dispatch");
        assertThat(dispatched.status()).isEqualTo(200);
        assertThat(dispatched.body().get("status").getStringValue()).isEqualTo("DISPATCHED");
        assertThat(rest.post("/shipments/o-way/dispatch").text()).isEqualTo(dispatched.text());
        Answer delivered = rest.post("/shipments/o-way/delivery");
        assertThat(delivered.body().get("status").getStringValue()).isEqualTo("DELIVERED");
        assertThat(rest.post("/shipments/o-way/delivery").text()).isEqualTo(delivered.text());

        events.expect("delivery.shipment.delivered").forAggregate("o-way").await();
        assertThat(versionsOf("o-way")).containsExactly("prepared 1", "dispatched 2", "delivered 3");
    }

    @Test
    void followsItsCustomerUntilDispatchAndNotBeyond() {
        prepared("o-follow", "c-follow");
        shop.rename("c-follow", "Ada L.");
        shop.awaitRecipient("o-follow", "name", "Ada L.");
        rest.post("/shipments/o-follow/dispatch");
        prepared("o-after", "c-follow");

        shop.rename("c-follow", "Countess");
        shop.move("c-follow", "Paris");

        shop.awaitRecipient("o-after", "name", "Countess");
        assertThat(rest.get("/shipments/o-follow").text()).contains("\"name\":\"Ada L.\"", "\"city\":\"London\"");
        Shop.eventually(() -> rest.get("/shipments/o-after").text().contains("\"city\":\"Paris\""));
    }

    @Test
    void forgetsAnErasedCustomerAndSendsThemNothing() {
        prepared("o-sent", "c-gone");
        rest.post("/shipments/o-sent/dispatch");
        prepared("o-here", "c-gone");

        shop.erase("c-gone");

        shop.awaitRecipient("o-here", "state", "ERASED");
        Answer sent = rest.get("/shipments/o-sent");
        assertThat(sent.text()).doesNotContain("Ada", "London").contains("DISPATCHED", "ERASED");
        shop.await("o-here", "CANCELLED");
        events.expect("delivery.shipment.cancelled").forAggregate("o-here").await();
        assertThat(rest.post("/shipments/o-here/dispatch").status()).isEqualTo(409);
        assertThat(rest.post("/shipments/o-sent/delivery").status()).isEqualTo(200);
    }

    @Test
    void cancelsWhatWaits() {
        shop.confirm("o-cw", "c-never");
        shop.await("o-cw", "WAITING");

        shop.callOff("o-cw");

        shop.await("o-cw", "CANCELLED");
        events.expect("delivery.shipment.cancelled")
                .forAggregate("o-cw")
                .atVersion(1)
                .await();
        assertThat(versionsOf("o-cw")).containsExactly("cancelled 1");
        assertThat(rest.post("/shipments/o-cw/dispatch").status()).isEqualTo(409);
    }

    @Test
    void cancelsWhatIsPrepared() {
        prepared("o-cp", "c-cp");

        shop.callOff("o-cp");

        events.expect("delivery.shipment.cancelled")
                .forAggregate("o-cp")
                .atVersion(2)
                .await();
        assertThat(versionsOf("o-cp")).containsExactly("prepared 1", "cancelled 2");
    }

    @Test
    void refusesToCancelWhatWasSent() {
        prepared("o-cs", "c-cs");
        rest.post("/shipments/o-cs/dispatch");

        Envelope request = shop.callOff("o-cs");

        SeenEvent refused = events.expect("delivery.shipment.cancellation_refused")
                .forAggregate("o-cs")
                .atVersion(3)
                .await();
        assertThat(refused.envelope().causationId()).isEqualTo(request.id());
        assertThat(rest.get("/shipments/o-cs").text()).contains("DISPATCHED", "\"name\":\"Ada\"");
        assertThat(rest.post("/shipments/o-cs/delivery").status()).isEqualTo(200);
        events.expect("delivery.shipment.delivered").forAggregate("o-cs").await();
        assertThat(versionsOf("o-cs"))
                .containsExactly("prepared 1", "dispatched 2", "cancellation_refused 3", "delivered 4");
    }

    @Test
    void staysWhenItsOrderIsCancelledWithoutAWordToDelivery() {
        prepared("o-quiet", "c-quiet");

        others.emit("orders.order.cancelled", "o-quiet", """
                {"orderId":"o-quiet","customerId":"c-quiet","reason":"changed my mind"}""");
        prepared("o-quiet-behind", "c-quiet");

        shop.await("o-quiet", "PREPARED");
    }

    @Test
    void comesBackOnce() {
        prepared("o-back", "c-back");
        Answer early = rest.post("/shipments/o-back/return");
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.header("Content-Type")).isEqualTo("application/problem+json");
        rest.post("/shipments/o-back/dispatch");
        rest.post("/shipments/o-back/delivery");

        Answer returned = rest.post("/shipments/o-back/return");

        assertThat(returned.status()).isEqualTo(200);
        assertThat(returned.text()).contains("\"status\":\"RETURNED\"", "\"name\":\"Ada\"");
        assertThat(rest.post("/shipments/o-back/return").text()).isEqualTo(returned.text());
        assertThat(rest.post("/shipments/o-back/delivery").status()).isEqualTo(409);
        assertThat(rest.get("/shipments?customerId=c-back&status=RETURNED").text())
                .contains("o-back");
        events.expect("delivery.shipment.returned").forAggregate("o-back").await();
        assertThat(versionsOf("o-back")).containsExactly("prepared 1", "dispatched 2", "delivered 3", "returned 4");
    }

    @Test
    void forgetsTheErasedCustomerOfWhatCameBack() {
        prepared("o-back-gone", "c-back-gone");
        rest.post("/shipments/o-back-gone/dispatch");
        rest.post("/shipments/o-back-gone/return");

        shop.erase("c-back-gone");

        shop.awaitRecipient("o-back-gone", "state", "ERASED");
        assertThat(rest.get("/shipments/o-back-gone").text()).doesNotContain("Ada", "London");
    }

    @Test
    void doesNotTakeBackWhatWasCancelled() {
        prepared("o-cancelled-back", "c-cancelled-back");
        shop.callOff("o-cancelled-back");
        shop.await("o-cancelled-back", "CANCELLED");

        assertThat(rest.post("/shipments/o-cancelled-back/return").status()).isEqualTo(409);
    }

    @Test
    void listsByCustomerAndStatusInPages() {
        List.of("o-l1", "o-l2", "o-l3").forEach(id -> prepared(id, "c-list"));
        rest.post("/shipments/o-l2/dispatch");

        Answer first = rest.get("/shipments?customerId=c-list&limit=2");
        Answer second = rest.get("/shipments?customerId=c-list&limit=2&cursor="
                + first.body().get("next").getStringValue());
        Answer sent = rest.get("/shipments?customerId=c-list&status=DISPATCHED");

        assertThat(first.text()).contains("o-l1", "o-l2").doesNotContain("o-l3");
        assertThat(second.text()).contains("o-l3").doesNotContain("o-l1", "next");
        assertThat(sent.text()).contains("o-l2").doesNotContain("o-l1", "o-l3");
    }

    @Test
    void showsItsApi() {
        assertThat(rest.get("/api/openapi.yml").text())
                .contains("title: Delivery", "/shipments/{id}/dispatch", "/shipments/{id}/return", "/shipment-figures");
    }

    private void prepared(String shipmentId, String customerId) {
        if (rest.get("/shipments?customerId=" + customerId).body().get("items").size() == 0) {
            shop.register(customerId);
        }
        shop.confirm(shipmentId, customerId);
        shop.await(shipmentId, "PREPARED");
    }

    private List<String> versionsOf(String id) {
        return events.all("delivery").stream()
                .map(SeenEvent::envelope)
                .filter(envelope -> envelope.subject().equals(id))
                .map(envelope -> envelope.type().replace("delivery.shipment.", "") + " " + envelope.sequence())
                .toList();
    }
}

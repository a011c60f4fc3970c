package io.millrace.orders.order.exposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.testkit.MillraceTest;
import io.millrace.testkit.events.Events;
import io.millrace.testkit.rest.Answer;
import io.millrace.testkit.rest.Rest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An order from its placing to each of its ends, with the other services played by hand. */
@MillraceTest
class FulfilmentIT {

    private static final String ORDER = """
            {"customerId":"ada","cardToken":"tok_visa","lines":[{"sku":"85123A","quantity":6}]}""";
    private static final String REASON = "{\"reason\":\"ordered twice\"}";

    @Inject
    Rest rest;

    @Inject
    Shop shop;

    @Inject
    Events events;

    @BeforeEach
    void adaIsKnown() {
        shop.register("ada");
        shop.list("85123A", "2.55", "GBP");
    }

    @Test
    void isConfirmedShippedAndDelivered() {
        confirmed("good");
        assertThat(events.expect("orders.order.confirmed")
                        .forAggregate("good")
                        .await()
                        .body()
                        .get("items")
                        .size())
                .isOne();

        shop.shipment("good", "dispatched");
        becomes("good", "SHIPPED");
        shop.shipment("good", "delivered");
        becomes("good", "DELIVERED");

        assertThat(asked("good")).containsExactly("stock_requested", "payment_requested");
        assertThat(rest.get("/messaging/sagas/good").text())
                .contains("\"phase\":\"DONE\"")
                .containsSubsequence("stock", "ASKED", "ANSWERED", "payment", "ASKED", "ANSWERED", "confirmation");
    }

    @Test
    void asksForTheCustomersMoneyWithTheirCard() {
        rest.put("/orders/card", ORDER);
        shop.holds("card");

        var body = events.expect("orders.fulfilment.payment_requested")
                .forAggregate("card")
                .await()
                .body();
        assertThat(body.get("cardToken").getStringValue()).isEqualTo("tok_visa");
        assertThat(body.get("amount").get("amount").getStringValue()).isEqualTo("15.30");
    }

    @Test
    void isRejectedWhenItIsSoldOut() {
        rest.put("/orders/sold", ORDER);
        shop.hasTooFew("sold");

        assertThat(becomes("sold", "REJECTED").text())
                .contains("\"reason\":\"sold_out\"", "\"detail\":\"85123A: 2 of 6 are there\"");
        assertThat(asked("sold")).containsExactly("stock_requested");
    }

    @Test
    void isRejectedAndItsStockReleasedWhenTheCardIsDeclined() {
        rest.put("/orders/poor", ORDER);
        shop.holds("poor");
        awaitAsked("poor", "payment_requested");
        shop.declines("poor");
        awaitAsked("poor", "stock_release_requested");
        shop.releases("poor");

        assertThat(becomes("poor", "REJECTED").text()).contains("payment_declined", "card_declined");
        assertThat(asked("poor")).containsExactly("stock_requested", "payment_requested", "stock_release_requested");
    }

    @Test
    void isRefundedAndReleasedInReverseOrderWhenItIsCancelledAfterItsPayment() {
        confirmed("late");

        assertThat(rest.post("/orders/late/cancellation", REASON).status()).isEqualTo(202);
        awaitAsked("late", "shipment_cancel_requested");
        shop.shipment("late", "cancelled");
        awaitAsked("late", "refund_requested");
        shop.refunds("late");
        awaitAsked("late", "stock_release_requested");
        shop.releases("late");

        becomes("late", "CANCELLED");
        assertThat(asked("late"))
                .containsExactly(
                        "stock_requested",
                        "payment_requested",
                        "shipment_cancel_requested",
                        "refund_requested",
                        "stock_release_requested");
    }

    @Test
    void isShippedAfterAllWhenItHadLeftTheHouseBeforeItWasCancelled() {
        confirmed("gone");
        rest.post("/orders/gone/cancellation", REASON);
        awaitAsked("gone", "shipment_cancel_requested");

        shop.shipment("gone", "dispatched");
        shop.shipment("gone", "cancellation_refused");

        becomes("gone", "SHIPPED");
        events.expect("orders.order.shipped").forAggregate("gone").await();
        assertThat(types("gone")).contains("orders.order.cancellation_refused", "orders.order.shipped");
        assertThat(asked("gone")).doesNotContain("refund_requested");
    }

    @Test
    void cannotBeCancelledOnceItIsShipped() {
        confirmed("sent");
        shop.shipment("sent", "dispatched");
        becomes("sent", "SHIPPED");

        Answer answer = rest.post("/orders/sent/cancellation", REASON);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text()).contains("The order is shipped and cannot be cancelled any more.");
    }

    @Test
    void isRefundedWhenItComesBack() {
        confirmed("back");
        shop.shipment("back", "dispatched");
        shop.shipment("back", "delivered");
        becomes("back", "DELIVERED");

        shop.shipment("back", "returned");
        awaitAsked("back", "refund_requested");
        shop.refunds("back");

        becomes("back", "RETURNED");
    }

    @Test
    void answersThatNobodyWaitsForChangeNothingAndAreWrittenDown() {
        rest.put("/orders/odd", ORDER);
        shop.captures("odd");
        shop.hasTooFew("odd");
        becomes("odd", "REJECTED");
        shop.holds("odd");

        await().until(() -> rest.get("/messaging/sagas/odd").text().split("IGNORED", -1).length == 3);
        becomes("odd", "REJECTED");
    }

    private void confirmed(String id) {
        assertThat(rest.put("/orders/" + id, ORDER).status()).isEqualTo(202);
        shop.holds(id);
        awaitAsked(id, "payment_requested");
        shop.captures(id);
        becomes(id, "CONFIRMED");
    }

    private Answer becomes(String id, String status) {
        await().until(() -> rest.get("/orders/" + id).text().contains("\"status\":\"" + status + "\""));
        return rest.get("/orders/" + id);
    }

    private void awaitAsked(String id, String what) {
        events.expect("orders.fulfilment." + what).forAggregate(id).await();
    }

    private List<String> asked(String id) {
        return types(id).stream()
                .filter(type -> type.startsWith("orders.fulfilment."))
                .map(type -> type.replace("orders.fulfilment.", ""))
                .toList();
    }

    private List<String> types(String id) {
        return events.all("orders").stream()
                .filter(event -> event.envelope().subject().equals(id))
                .map(event -> event.envelope().type())
                .toList();
    }
}

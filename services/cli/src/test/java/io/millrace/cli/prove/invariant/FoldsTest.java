package io.millrace.cli.prove.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FoldsTest {

    @Test
    void movesPiecesOutOfTheHouse() {
        OrderStory story =
                OrderStory.withPieces(10).isPlaced().isHeld().isPaid().isSent();

        assertThat(rows(story, "product of inventory"))
                .containsEntry("P", "2 | HEART | 2.5500 | GBP | 2.5500 | GBP | 10 | 7 | 0 | 3 | 0");
        assertThat(rows(story, "reservation of inventory")).containsEntry("o-1", "FULFILLED | 2");
        assertThat(rows(story, "reservation_line of inventory")).containsEntry("o-1/1", "P | 3");
        assertThat(story.folds().products().impossible()).isEmpty();
    }

    @Test
    void seesPiecesThatWereHeldThoughThereAreNone() {
        OrderStory story = OrderStory.withPieces(2).isPlaced().isHeld();

        assertThat(story.folds().products().impossible())
                .containsExactly(
                        "inventory.reservation.held of o-1 at 3 leaves -1 pieces of P on hand, 3 held, 0 shipped,"
                                + " 0 returned");
    }

    @Test
    void seesPiecesThatLeftThoughNobodyAskedForThem() {
        OrderStory story = OrderStory.withPieces(9).tells("inventory.reservation.fulfilled", OrderStory.ORDER, "{}");

        assertThat(story.folds().products().impossible())
                .singleElement()
                .asString()
                .contains("before anything was asked");
    }

    @Test
    void movesNothingWhereAnAnswerIsGivenAgain() {
        OrderStory story = OrderStory.withPieces(10)
                .isPlaced()
                .isHeld()
                .isPaid()
                .isSent()
                .tells("inventory.reservation.released", OrderStory.ORDER, "{\"lines\":[]}");

        assertThat(rows(story, "reservation of inventory")).containsEntry("o-1", "FULFILLED | 3");
        assertThat(rows(story, "product of inventory").get("P")).endsWith("10 | 7 | 0 | 3 | 0");
    }

    @Test
    void knowsTheOrderItsShipmentAndItsPayment() {
        OrderStory story =
                OrderStory.withPieces(10).isPlaced().isHeld().isPaid().isSent();

        assertThat(rows(story, "customer_order of orders"))
                .containsEntry("o-1", "c-1 | SHIPPED | 3 | 1 | 7.6500 | GBP");
        assertThat(rows(story, "messaging.event_store of orders"))
                .containsEntry("o-1/1", "ORDERS1 | orders.order.placed");
        assertThat(rows(story, "shipment of delivery")).containsEntry("o-1", "c-1 | DISPATCHED | 2 | 1 | t");
        assertThat(rows(story, "packing_line of delivery")).containsEntry("o-1/1", "P | HEART | 3");
        assertThat(rows(story, "payment of billing"))
                .containsEntry("o-1", "CAPTURED | 1 | 7.6500 | GBP | ch_1 | null | null | null");
    }

    @Test
    void expectsAParcelWithNothingInItWhereItWasCalledOffFirst() {
        OrderStory story =
                OrderStory.withPieces(10).isPlaced().tells("delivery.shipment.cancelled", OrderStory.ORDER, "{}");

        assertThat(rows(story, "shipment of delivery")).containsEntry("o-1", "null | CANCELLED | 1 | 0 | f");
    }

    @Test
    void keepsTheVersionOfThePriceForTheCopyOfProducts() {
        OrderStory story = OrderStory.withPieces(10)
                .tells("inventory.product.repriced", OrderStory.PRODUCT, """
                {"sku":"P","price":{"amount":"2.65","currency":"GBP"}}""")
                .tells("inventory.product.restocked", OrderStory.PRODUCT, """
                {"sku":"P","quantity":1}""");

        assertThat(rows(story, "product of orders")).containsEntry("P", "3 | HEART | 2.6500 | GBP");
        assertThat(rows(story, "product of inventory").get("P"))
                .startsWith("4 | HEART | 2.6500 | GBP | 2.5500 | GBP | 11");
    }

    @Test
    void leavesOpenWhatBecomesOfPoison() {
        OrderStory story = OrderStory.withPieces(10).tells("orders.order.placed", "poison-1", "{}");

        assertThat(rows(story, "customer_order of orders")).isEmpty();
    }

    private static Map<String, String> rows(OrderStory story, String table) {
        return story.folds().tables().stream()
                .filter(one -> table.equals(one.name() + " of " + one.service()))
                .findFirst()
                .orElseThrow()
                .rows();
    }
}

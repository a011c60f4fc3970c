package io.millrace.cli.prove.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EachReactionOnceTest {

    @Test
    void holdsForAnOrderThatWasPaidAndSent() throws Exception {
        assertThat(check(OrderStory.withPieces(3).isPlaced().isHeld().isPaid().isSent())
                        .violations())
                .isEmpty();
    }

    @Test
    void failsWhereAnEventWasHandledTwice() throws Exception {
        OrderStory story =
                OrderStory.withPieces(9).isPlaced().isHeld().isHeld().isPaid().isSent();

        assertThat(check(story).violations()).contains("o-1: inventory.reservation.held happened 2 times");
    }

    @Test
    void failsWhereNobodyAnswered() throws Exception {
        OrderStory story = OrderStory.withPieces(3)
                .isPlaced()
                .isHeld()
                .tells("orders.fulfilment.payment_requested", OrderStory.ORDER, "{}");

        assertThat(check(story).violations()).containsExactly("o-1: billing did not answer whether it has the money");
    }

    @Test
    void failsWhereAParcelIsThereForAnOrderThatNobodyPlaced() throws Exception {
        OrderStory story = OrderStory.withPieces(3).tells("delivery.shipment.prepared", OrderStory.ORDER, "{}");

        assertThat(check(story).violations()).containsExactly("o-1: it was placed 0 times instead of 1");
    }

    @Test
    void takesAsManyAnswersAsThereWereQuestions() throws Exception {
        OrderStory story = OrderStory.withPieces(3)
                .isPlaced()
                .isHeld()
                .tells("orders.fulfilment.stock_release_requested", OrderStory.ORDER, "{}")
                .tells("inventory.reservation.released", OrderStory.ORDER, "{}")
                .tells("orders.fulfilment.stock_release_requested", OrderStory.ORDER, "{}")
                .tells("inventory.reservation.released", OrderStory.ORDER, "{}");

        assertThat(check(story).holds()).isTrue();
        assertThat(check(story.tells("inventory.reservation.released", OrderStory.ORDER, "{}"))
                        .violations())
                .containsExactly("o-1: pieces were released 3 times instead of 2");
    }

    @Test
    void failsWhereAParcelLeftAndItsPiecesDidNot() throws Exception {
        OrderStory story = OrderStory.withPieces(3)
                .isPlaced()
                .isHeld()
                .isPaid()
                .tells("orders.order.confirmed", OrderStory.ORDER, "{}")
                .tells("delivery.shipment.prepared", OrderStory.ORDER, "{}")
                .tells("delivery.shipment.dispatched", OrderStory.ORDER, "{}")
                .tells("orders.order.shipped", OrderStory.ORDER, "{}");

        assertThat(check(story).violations()).containsExactly("o-1: pieces left with the parcel 0 times instead of 1");
    }

    private static Verdict check(OrderStory story) throws Exception {
        return new EachReactionOnce().check(story.evidence());
    }
}

package io.millrace.cli.prove.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MoneyAddsUpTest {

    private static final String CHARGE = """
            {"id":"%s","amount":"7.65","currency":"GBP","metadata":{"order":"o-1"}}""";
    private static final String REFUND = """
            {"id":"re_1","charge":"ch_1","amount":"7.65","currency":"GBP"}""";

    @Test
    void holdsForAnOrderThatWasPaidAndSent() throws Exception {
        OrderStory story = OrderStory.withPieces(3).isPlaced().isHeld().isPaid().isSent();

        assertThat(check(story, list(CHARGE.formatted("ch_1")), "[]").holds()).isTrue();
    }

    @Test
    void failsWhereAnOrderWasSentAndNotPaid() throws Exception {
        OrderStory story = OrderStory.withPieces(3).isPlaced().isHeld().isSent();

        assertThat(check(story, "[]", "[]").violations()).containsExactly("billing has 0 for o-1, it should have 7.65");
    }

    @Test
    void failsWhereAnOrderWasCancelledAndItsMoneyKept() throws Exception {
        OrderStory story = OrderStory.withPieces(3)
                .isPlaced()
                .isHeld()
                .isPaid()
                .tells("orders.order.cancelled", OrderStory.ORDER, "{}");

        assertThat(check(story, list(CHARGE.formatted("ch_1")), "[]").violations())
                .containsExactly("billing has 7.65 for o-1, it should have 0");
    }

    @Test
    void failsWhereTheProviderHasChargedTwice() throws Exception {
        OrderStory story = OrderStory.withPieces(3).isPlaced().isHeld().isPaid().isSent();

        assertThat(check(story, list(CHARGE.formatted("ch_1"), CHARGE.formatted("ch_2")), "[]")
                        .violations())
                .contains("the provider has charged o-1 2 times");
    }

    @Test
    void failsWhereTheProviderHasGivenBackWhatBillingKeeps() throws Exception {
        OrderStory story = OrderStory.withPieces(3).isPlaced().isHeld().isPaid().isSent();

        assertThat(check(story, list(CHARGE.formatted("ch_1")), list(REFUND)).holds())
                .isFalse();
    }

    @Test
    void failsWhereTheProviderHasMoneyForAnOrderThatNobodyPlaced() throws Exception {
        OrderStory story = OrderStory.withPieces(3);

        assertThat(check(story, list(CHARGE.formatted("ch_1")), "[]").violations())
                .containsExactly("the provider was asked for money for o-1, which nobody placed");
    }

    private static Verdict check(OrderStory story, String charges, String refunds) throws Exception {
        return new MoneyAddsUp().check(story.evidence(charges, refunds));
    }

    private static String list(String... elements) {
        return "[" + String.join(",", elements) + "]";
    }
}

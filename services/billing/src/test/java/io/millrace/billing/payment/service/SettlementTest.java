package io.millrace.billing.payment.service;

import static io.millrace.billing.payment.service.News.payment;
import static io.millrace.billing.payment.service.News.refund;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettlementTest {

    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final Duration REFUSED = Duration.ofSeconds(30);

    private final PaymentsInMemory store = new PaymentsInMemory();
    private final PaymentRequests requests = new PaymentRequests(store);
    private final ScriptedProvider provider = new ScriptedProvider();
    private final Settlement settlement = new Settlement(store, provider, new Pace(FIRST, LONGEST, REFUSED));

    @Test
    void asksForTheMoneyAndSaysThatItIsThere() {
        requests.payments(List.of(payment("o", "tok_approve")));
        settle(new Outcome.Done("ch_1"));

        assertThat(said()).containsExactly("PaymentCaptured");
        assertThat(provider.keys).containsExactly("charge-o");
    }

    @Test
    void asksWithTheSameKeyUntilTheOutcomeIsKnown() {
        requests.payments(List.of(payment("o", "tok_approve")));
        settle(new Outcome.Unknown("no answer"));
        settle(new Outcome.Unknown("answered 503"));
        settle(new Outcome.Done("ch_1"));

        assertThat(provider.keys).containsExactly("charge-o", "charge-o", "charge-o");
        assertThat(said()).containsExactly("PaymentCaptured");
    }

    @Test
    void waitsLongerAfterEachFailureAndNeverGivesUp() {
        requests.payments(List.of(payment("o", "tok_approve")));
        for (int i = 0; i < 40; i++) {
            settle(new Outcome.Unknown("no answer"));
        }

        assertThat(store.delays.getFirst()).isBetween(FIRST.dividedBy(2), FIRST);
        assertThat(store.delays.get(2)).isBetween(FIRST.multipliedBy(2), FIRST.multipliedBy(4));
        assertThat(store.delays.getLast()).isBetween(LONGEST.dividedBy(2), LONGEST);
        assertThat(store.payments.get("o").status()).isEqualTo(PaymentStatus.DUE);
    }

    @Test
    void declinesNothingThatItIsNotAllowedToAsk() {
        requests.payments(List.of(payment("o", "tok_approve")));
        settle(new Outcome.Refused("answered 403", false));

        assertThat(store.delays).containsExactly(REFUSED);
        assertThat(said()).isEmpty();
    }

    @Test
    void givesUpWhatWasOnlyEverRefused() {
        requests.payments(List.of(payment("o", "tok_approve")));
        settle(new Outcome.Refused("answered 403", false));
        settle(new Outcome.Refused("answered 403", false));
        requests.refunds(List.of(refund("o")));

        assertThat(store.giveUp(100)).isEqualTo(1);
        assertThat(said()).containsExactly("PaymentVoided");
    }

    @Test
    void givesUpWhatWasOnlyEverLockedOut() {
        requests.payments(List.of(payment("o", "tok_approve")));
        settle(new Outcome.LockedOut("answered 401"));
        assertThat(store.delays).containsExactly(REFUSED);
        requests.refunds(List.of(refund("o")));

        assertThat(store.giveUp(100)).isEqualTo(1);
        assertThat(said()).containsExactly("PaymentVoided");
    }

    @Test
    void givesNothingUpThatMayHaveMovedMoneyBeforeItWasRefused() {
        requests.payments(List.of(payment("o", "tok_approve")));
        settle(new Outcome.Unknown("no answer"));
        settle(new Outcome.Refused("answered 403", false));
        requests.refunds(List.of(refund("o")));

        assertThat(store.giveUp(100)).isZero();
        settle(new Outcome.Done("ch_1"));
        assertThat(said()).containsExactly("PaymentCaptured");
    }

    @Test
    void aKeyThatTheProviderKnowsMayHaveMovedMoney() {
        requests.payments(List.of(payment("o", "tok_approve")));
        settle(new Outcome.Refused("answered 422 idempotency_key_reused", true));
        requests.refunds(List.of(refund("o")));

        assertThat(store.giveUp(100)).isZero();
    }

    @Test
    void findsOutWhatBecameOfARecalledPaymentAndGivesItBack() {
        requests.payments(List.of(payment("o", "tok_approve")));
        settle(new Outcome.Unknown("no answer"));
        requests.refunds(List.of(refund("o")));
        assertThat(said()).isEmpty();

        settle(new Outcome.Done("ch_1"));
        settle(new Outcome.Unknown("no answer"));
        settle(new Outcome.Done("re_1"));

        assertThat(provider.keys).containsExactly("charge-o", "charge-o", "refund-o", "refund-o");
        assertThat(said()).containsExactly("PaymentCaptured", "PaymentRefunded");
    }

    @Test
    void voidsARecalledPaymentThatWasDeclined() {
        requests.payments(List.of(payment("o", "tok_decline")));
        settle(new Outcome.Unknown("no answer"));
        requests.refunds(List.of(refund("o")));
        settle(new Outcome.Declined("card_declined"));

        assertThat(said()).containsExactly("PaymentDeclined", "PaymentVoided");
    }

    @Test
    void passesOverAnOutcomeThatAnotherInstanceKeptBefore() {
        requests.payments(List.of(payment("o", "tok_approve")));
        Claimed late = store.claim(1, Duration.ZERO).getFirst();
        settle(new Outcome.Done("ch_1"));
        requests.refunds(List.of(refund("o")));

        settlement.conclude(late, new Outcome.Done("ch_1"));
        settlement.conclude(late, new Outcome.Declined("card_declined"));

        assertThat(store.payments.get("o").status()).isEqualTo(PaymentStatus.REFUND_DUE);
        assertThat(said()).containsExactly("PaymentCaptured");
    }

    @Test
    void aRefundThatIsDeclinedIsNoDeclinedPayment() {
        requests.payments(List.of(payment("o", "tok_approve")));
        settle(new Outcome.Done("ch_1"));
        requests.refunds(List.of(refund("o")));
        settle(new Outcome.Declined("not_refundable"));

        assertThat(store.payments.get("o").status()).isEqualTo(PaymentStatus.REFUND_DUE);
        assertThat(store.delays).containsExactly(REFUSED);
    }

    private void settle(Outcome outcome) {
        provider.script.add(outcome);
        Claimed claimed = store.claim(1, Duration.ZERO).getFirst();
        settlement.conclude(claimed, settlement.ask(claimed));
    }

    private List<String> said() {
        return store.events.stream()
                .map(event -> event.getClass().getSimpleName())
                .toList();
    }

    /** A provider that does as it is told. */
    private static final class ScriptedProvider implements PaymentGateway {

        private final Deque<Outcome> script = new ArrayDeque<>();
        private final List<String> keys = new ArrayList<>();

        @Override
        public Outcome charge(Charge charge) {
            keys.add(charge.key());
            return script.remove();
        }

        @Override
        public Outcome refund(Refund refund) {
            keys.add(refund.key());
            return script.remove();
        }
    }
}

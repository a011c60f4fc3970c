package io.millrace.billing.payment.effect;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.millrace.billing.TestProvider;
import io.millrace.billing.payment.service.Claimed;
import io.millrace.billing.payment.service.GatewayBreaker;
import io.millrace.billing.payment.service.GatewayState.Position;
import io.millrace.billing.payment.service.Outcome;
import io.millrace.billing.payment.service.Payment;
import io.millrace.billing.payment.service.PaymentStatus;
import io.millrace.billing.payment.service.PaymentStore;
import io.millrace.billing.payment.service.Settlement;
import io.millrace.testkit.MillraceTest;
import io.millrace.testkit.events.Events;
import io.millrace.testkit.events.OtherServices;
import io.millrace.testkit.events.SeenEvent;
import io.millrace.testkit.provider.SandboxProvider;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A process ends at each line between the attempt and its outcome. Rounds are made by hand. */
@MillraceTest
@Property(name = "millrace.billing.settlement.enabled", value = "false")
class AttemptIT {

    /** Whoever claims for no time at all is dead when the next one looks. */
    private static final Duration DEAD = Duration.ZERO;

    @Inject
    PaymentStore store;

    @Inject
    Settlement settlement;

    @Inject
    SettlementRound round;

    @Inject
    GatewayBreaker breaker;

    @Inject
    OtherServices others;

    @Inject
    Events events;

    private final SandboxProvider provider = TestProvider.current();

    @Test
    void aCrashBeforeTheCallIsRepaired() {
        pay("a-before");
        claim();

        settleAll("a-before", PaymentStatus.CAPTURED);

        assertThat(saidOf("a-before")).containsExactly("captured 1");
        assertThat(provider.charges("a-before")).isEqualTo(1);
    }

    @Test
    void aCrashAfterTheCallIsRepairedWithTheSameCharge() {
        pay("a-after");
        Outcome lost = settlement.ask(claim());

        settleAll("a-after", PaymentStatus.CAPTURED);

        assertThat(store.find("a-after").flatMap(Payment::charge)).contains(((Outcome.Done) lost).reference());
        assertThat(provider.charges("a-after")).isEqualTo(1);
    }

    @Test
    void moneyThatMayHaveMovedIsNotVoidedButGivenBack() {
        pay("a-recalled");
        settlement.ask(claim());
        refund("a-recalled", PaymentStatus.RECALLED);
        assertThat(saidOf("a-recalled")).isEmpty();

        settleAll("a-recalled", PaymentStatus.REFUNDED);

        assertThat(saidOf("a-recalled")).containsExactly("captured 1", "refunded 2");
        assertThat(provider.charges("a-recalled")).isEqualTo(1);
    }

    @Test
    void whatWasSurelyNeverSentIsVoidedWithoutAskingThoughTheProviderIsAway() {
        pay("a-never");
        refund("a-never", PaymentStatus.RECALLED);
        assertThat(store.claim(8, DEAD)).isEmpty();
        assertThat(store.claimNext(DEAD)).isEmpty();
        while (breaker.state().position() != Position.OPEN) {
            assertThat(breaker.tryAcquire()).isTrue();
            breaker.failed("answered 503");
        }

        settleAll("a-never", PaymentStatus.VOIDED);

        breaker.forget();
        assertThat(saidOf("a-never")).containsExactly("voided 1");
        assertThat(provider.charges("a-never")).isZero();
    }

    @Test
    void whoSaysLateThatItWasRefusedTakesNoOthersAttemptBack() {
        pay("a-numbers");
        Claimed late = claim();
        Claimed other = claim();
        settlement.conclude(other, new Outcome.Refused("answered 401", false));
        assertThat(attempts("a-numbers"))
                .as("the late one may have moved money")
                .isEqualTo(1);

        store.resume();
        Claimed again = claim();
        settlement.conclude(late, new Outcome.Refused("answered 401", false));
        assertThat(attempts("a-numbers")).isEqualTo(again.payment().attempts());
        settlement.conclude(again, settlement.ask(again));

        assertThat(status("a-numbers")).isEqualTo(PaymentStatus.CAPTURED);
    }

    @Test
    void aCrashBehindTheRefundGivesNothingBackTwice() {
        pay("a-refund");
        settleAll("a-refund", PaymentStatus.CAPTURED);
        long before = provider.totals().refunds();
        refund("a-refund", PaymentStatus.REFUND_DUE);
        settlement.ask(claim());

        settleAll("a-refund", PaymentStatus.REFUNDED);

        assertThat(provider.totals().refunds()).isEqualTo(before + 1);
    }

    @Test
    void whoWakesUpLateChangesNothing() {
        pay("a-late");
        Claimed late = claim();
        settleAll("a-late", PaymentStatus.CAPTURED);
        refund("a-late", PaymentStatus.REFUND_DUE);
        Claimed refunding = claim();

        settlement.conclude(late, new Outcome.Unknown("no answer"));
        settlement.conclude(late, new Outcome.Declined("card_declined"));
        settlement.conclude(late, new Outcome.Done("ch_other"));
        assertThat(store.waiting().refused()).isZero();
        settlement.conclude(refunding, settlement.ask(refunding));

        assertThat(store.find("a-late").orElseThrow().status()).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(events.expect("billing.payment.refunded")
                        .forAggregate("a-late")
                        .await(1))
                .hasSize(1);
        assertThat(saidOf("a-late")).containsExactly("captured 1", "refunded 2");
    }

    @Test
    void aPaymentIsClaimedByOneAtATime() {
        pay("a-one");

        assertThat(store.claim(8, Duration.ofMinutes(1))).hasSize(1);
        assertThat(store.claim(8, Duration.ofMinutes(1))).isEmpty();
        store.resume();
        settleAll("a-one", PaymentStatus.CAPTURED);
    }

    private void pay(String orderId) {
        others.emit("orders.fulfilment.payment_requested", orderId, """
                {"orderId":"%s","customerId":"17850","amount":{"amount":"15.30","currency":"GBP"},\
                "cardToken":"tok_approve"}""".formatted(orderId));
        await(orderId, PaymentStatus.DUE);
    }

    private void refund(String orderId, PaymentStatus then) {
        others.emit("orders.fulfilment.refund_requested", orderId, "{\"orderId\":\"%s\"}".formatted(orderId));
        await(orderId, then);
    }

    private Claimed claim() {
        return store.claim(1, DEAD).getFirst();
    }

    private void settleAll(String orderId, PaymentStatus then) {
        eventually(() -> {
            round.runOnce();
            return status(orderId) == then;
        });
    }

    private void await(String orderId, PaymentStatus status) {
        eventually(() -> status(orderId) == status);
    }

    private int attempts(String orderId) {
        return store.find(orderId).orElseThrow().attempts();
    }

    private PaymentStatus status(String orderId) {
        return store.find(orderId).map(Payment::status).orElse(null);
    }

    private List<String> saidOf(String orderId) {
        Payment payment = store.find(orderId).orElseThrow();
        eventually(() -> versions(orderId).size() == payment.version());
        return versions(orderId);
    }

    private List<String> versions(String orderId) {
        return events.all("billing").stream()
                .map(SeenEvent::envelope)
                .filter(envelope -> envelope.subject().equals(orderId))
                .map(envelope -> envelope.type().replace("billing.payment.", "") + " " + envelope.sequence())
                .toList();
    }

    private static void eventually(Callable<Boolean> fact) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(fact);
    }
}

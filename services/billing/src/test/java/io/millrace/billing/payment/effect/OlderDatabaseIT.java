package io.millrace.billing.payment.effect;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.millrace.billing.TestProvider;
import io.millrace.billing.payment.service.Card;
import io.millrace.billing.payment.service.Charge;
import io.millrace.billing.payment.service.Outcome;
import io.millrace.billing.payment.service.Payment;
import io.millrace.billing.payment.service.PaymentGateway;
import io.millrace.billing.payment.service.PaymentStatus;
import io.millrace.billing.payment.service.PaymentStore;
import io.millrace.chassis.relay.Relay;
import io.millrace.contracts.Money;
import io.millrace.testkit.MillraceTest;
import io.millrace.testkit.events.Events;
import io.millrace.testkit.events.OtherServices;
import io.millrace.testkit.events.SeenEvent;
import io.millrace.testkit.provider.SandboxProvider;
import io.millrace.testkit.rest.Rest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A database that was restored from an older backup, and does not know what became of its payments since. */
@MillraceTest
@Property(name = "millrace.relay.look-every", value = "10ms")
@Property(name = "millrace.relay.poll", value = "10ms")
class OlderDatabaseIT {

    @Inject
    OtherServices others;

    @Inject
    Events events;

    @Inject
    PaymentStore store;

    @Inject
    PaymentGateway gateway;

    @Inject
    SettlementRound round;

    @Inject
    Relay relay;

    @Inject
    Rest rest;

    private final SandboxProvider provider = TestProvider.current();

    @Test
    void chargesNothingBeforeSomebodyHasAdoptedWhatHappenedSince() {
        since("voided", "older-unknown", "");

        pay("older");
        eventually(() -> status("older") == PaymentStatus.DUE);
        round.runOnce();
        assertThat(store.find("older").map(Payment::attempts)).contains(0);
        assertThat(provider.charges("older")).isZero();

        adopt();
        eventually(() -> status("older") == PaymentStatus.CAPTURED);
        assertThat(provider.charges("older")).isEqualTo(1);
        assertThat(status("older-unknown")).isEqualTo(PaymentStatus.VOIDED);
    }

    @Test
    void givesBackOnceWhatWasCapturedSinceAndIsNotWantedAnyMore() {
        long refunds = provider.totals().refunds();
        since("captured", "older-cancelled", money(charge("older-cancelled")));
        pay("older-cancelled");
        refund("older-cancelled");

        adopt();
        eventually(() -> status("older-cancelled") == PaymentStatus.REFUNDED);

        awaitSaid("older-cancelled", "refunded");
        assertThat(said("older-cancelled")).doesNotContain("voided");
        assertThat(provider.totals().refunds()).isEqualTo(refunds + 1);
        assertThat(provider.charges("older-cancelled")).isEqualTo(1);
    }

    @Test
    void takesNothingAgainThoughTheProviderHasForgottenItsKeys() {
        since("captured", "older-captured", money("ch_long_ago"));
        since("declined", "older-declined", """
                ,"amount":{"amount":"15.30","currency":"GBP"},"reason":"card_declined\"""");
        pay("older-captured");
        pay("older-declined");
        pay("older-behind");

        adopt();
        eventually(() -> status("older-behind") == PaymentStatus.CAPTURED);

        assertThat(status("older-captured")).isEqualTo(PaymentStatus.CAPTURED);
        assertThat(store.find("older-captured").flatMap(Payment::charge)).contains("ch_long_ago");
        assertThat(status("older-declined")).isEqualTo(PaymentStatus.DECLINED);
        assertThat(provider.charges("older-captured") + provider.charges("older-declined"))
                .isZero();
    }

    @Test
    void findsOutWhatBecameOfAnAttemptThatLeftNoEvent() {
        charge("older-attempt");
        assertThat(rest.post("/messaging/consumers/billing-orders/pause").status())
                .isEqualTo(200);
        pay("older-attempt");
        refund("older-attempt");
        since("voided", "older-proof", "");
        assertThat(rest.post("/messaging/consumers/billing-orders/resume").status())
                .isEqualTo(200);

        adopt();
        eventually(() -> status("older-attempt") == PaymentStatus.REFUNDED);

        awaitSaid("older-attempt", "refunded");
        assertThat(said("older-attempt")).containsExactly("captured", "refunded");
        assertThat(provider.charges("older-attempt")).isEqualTo(1);
    }

    /** An earlier life of this database has said it, and a backup from before took its place. */
    private void since(String event, String orderId, String more) {
        eventually(() -> relay.state().certain() || isStopped());
        others.emit("billing.payment." + event, orderId, "{\"orderId\":\"%s\"%s}".formatted(orderId, more));
        eventually(this::isStopped);
        round.runOnce();
    }

    private boolean isStopped() {
        return relay.state().state().contains("millrace outbox adopt billing");
    }

    private void adopt() {
        eventually(
                () -> rest.post("/messaging/outbox/adopt", "{\"dryRun\":false}").status() == 200);
    }

    /** The money was taken in that life. */
    private String charge(String orderId) {
        Outcome outcome = gateway.charge(
                new Charge("charge-" + orderId, orderId, new Money("15.30", "GBP"), Card.of("tok_approve")));
        return ((Outcome.Done) outcome).reference();
    }

    private static String money(String reference) {
        return """
                ,"amount":{"amount":"15.30","currency":"GBP"},"providerReference":"%s\"""".formatted(reference);
    }

    private void pay(String orderId) {
        others.emit("orders.fulfilment.payment_requested", orderId, """
                {"orderId":"%s","customerId":"17850","amount":{"amount":"15.30","currency":"GBP"},\
                "cardToken":"tok_approve"}""".formatted(orderId));
    }

    private void refund(String orderId) {
        others.emit("orders.fulfilment.refund_requested", orderId, "{\"orderId\":\"%s\"}".formatted(orderId));
    }

    private PaymentStatus status(String orderId) {
        return store.find(orderId).map(Payment::status).orElse(null);
    }

    private List<String> said(String orderId) {
        return events.all("billing").stream()
                .map(SeenEvent::envelope)
                .filter(envelope -> envelope.subject().equals(orderId))
                .map(envelope -> envelope.type().replace("billing.payment.", ""))
                .toList();
    }

    private void awaitSaid(String orderId, String event) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(said(orderId)).contains(event));
    }

    private static void eventually(Callable<Boolean> fact) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(fact);
    }
}

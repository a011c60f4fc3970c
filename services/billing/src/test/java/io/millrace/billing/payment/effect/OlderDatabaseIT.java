package io.millrace.billing.payment.effect;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.millrace.billing.TestProvider;
import io.millrace.billing.payment.service.Payment;
import io.millrace.billing.payment.service.PaymentStatus;
import io.millrace.billing.payment.service.PaymentStore;
import io.millrace.chassis.relay.Relay;
import io.millrace.testkit.MillraceTest;
import io.millrace.testkit.events.OtherServices;
import io.millrace.testkit.provider.SandboxProvider;
import io.millrace.testkit.rest.Rest;
import jakarta.inject.Inject;
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
    PaymentStore store;

    @Inject
    SettlementRound round;

    @Inject
    Relay relay;

    @Inject
    Rest rest;

    private final SandboxProvider provider = TestProvider.current();

    @Test
    void chargesNothingBeforeSomebodyHasAdoptedWhatHappenedSince() {
        Awaitility.await().until(() -> relay.state().certain());
        others.emit("billing.payment.voided", "older-unknown", """
                {"orderId":"older-unknown"}""");
        Awaitility.await().until(() -> relay.state().state().contains("millrace outbox adopt billing"));

        others.emit("orders.fulfilment.payment_requested", "older", """
                {"orderId":"older","customerId":"17850","amount":{"amount":"15.30","currency":"GBP"},"cardToken":"tok_approve"}""");
        awaitStatus(PaymentStatus.DUE);
        round.runOnce();
        assertThat(store.find("older").map(Payment::attempts)).contains(0);
        assertThat(provider.charges("older")).isZero();

        assertThat(rest.post("/messaging/outbox/adopt", "{\"dryRun\":false}").status())
                .isEqualTo(200);
        awaitStatus(PaymentStatus.CAPTURED);
        assertThat(provider.charges("older")).isEqualTo(1);
    }

    private void awaitStatus(PaymentStatus status) {
        Awaitility.await()
                .until(() -> store.find("older")
                        .filter(payment -> payment.status() == status)
                        .isPresent());
    }
}

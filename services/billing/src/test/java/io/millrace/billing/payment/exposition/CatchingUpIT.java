package io.millrace.billing.payment.exposition;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.millrace.billing.TestProvider;
import io.millrace.chassis.consumer.CaughtUp;
import io.millrace.testkit.MillraceTest;
import io.millrace.testkit.provider.SandboxProvider;
import io.millrace.testkit.rest.Rest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The service was away for a while, and hears what happened meanwhile before it takes any money. */
@MillraceTest
@Property(name = "millrace.consumer.batch-size", value = "1")
class CatchingUpIT {

    @Inject
    Rest rest;

    @Inject
    Orders orders;

    @Inject
    CaughtUp caughtUp;

    private final SandboxProvider provider = TestProvider.current();

    @Test
    void takesNoMoneyForWhatIsCancelledALittleLaterInTheStream() {
        awaitActivity("ASKING");
        assertThat(consumer("pause")).isEqualTo(200);
        orders.pay("c-cancelled", "tok_approve");
        for (int i = 0; i < 50; i++) {
            orders.refund("c-between-" + i);
        }
        orders.refund("c-cancelled");
        orders.pay("c-kept", "tok_approve");
        caughtUp.forget();

        awaitActivity("CATCHING_UP");
        assertThat(rest.get("/health").text())
                .contains("\"activity\":\"CATCHING_UP\"")
                .containsPattern("\"payment-provider\":\\{[^}]*\"status\":\"DEGRADED\"");
        assertThat(rest.get("/health/readiness").status()).isEqualTo(200);

        assertThat(consumer("resume")).isEqualTo(200);
        orders.awaitSaid("voided", "c-cancelled");
        orders.awaitSaid("captured", "c-kept");
        awaitActivity("ASKING");
        assertThat(orders.saidOf("c-cancelled")).containsExactly("voided 1");
        assertThat(provider.charges("c-cancelled")).isZero();
    }

    private int consumer(String what) {
        return rest.post("/messaging/consumers/billing-orders/" + what).status();
    }

    private void awaitActivity(String activity) {
        Awaitility.await(activity)
                .atMost(Duration.ofSeconds(20))
                .until(() -> rest.get("/payments/gateway")
                        .body()
                        .get("activity")
                        .getStringValue()
                        .equals(activity));
    }
}

package io.millrace.billing.payment.effect;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.millrace.billing.payment.service.Activity;
import io.millrace.billing.payment.service.PaymentStore;
import io.millrace.chassis.consumer.CaughtUp;
import io.millrace.chassis.relay.Relay;
import io.millrace.testkit.MillraceTest;
import io.millrace.testkit.events.OtherServices;
import io.millrace.testkit.rest.Rest;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Nobody but the test asks for clearance. */
@MillraceTest
@Property(name = "millrace.billing.settlement.enabled", value = "false")
class ClearanceIT {

    @Inject
    OtherServices others;

    @Inject
    Relay relay;

    @Inject
    CaughtUp caughtUp;

    @Inject
    Rest rest;

    private boolean doubtful;
    private int questions;

    @Test
    void aDoubtIsLookedForWhenAllIsHandledAndSettledWhenAllIsHandledAgain() {
        Clearance clearance = new Clearance(relay, caughtUp, store());
        leaveUnhandled("first");
        eventually(() -> clearance.now() == Activity.CATCHING_UP);
        assertThat(questions).isZero();

        doubtful = true;
        say("resume");
        eventually(() -> clearance.now() == Activity.CATCHING_UP && questions == 1);

        leaveUnhandled("second");
        assertThat(clearance.now()).isEqualTo(Activity.CATCHING_UP);
        assertThat(doubtful).isTrue();

        say("resume");
        eventually(() -> clearance.now() == Activity.ASKING);
        assertThat(doubtful).isFalse();
    }

    /** A store that is asked for these two only; the test says when there is a doubt. */
    private PaymentStore store() {
        return (PaymentStore) Proxy.newProxyInstance(
                PaymentStore.class.getClassLoader(),
                new Class<?>[] {PaymentStore.class},
                (_, method, _) -> switch (method.getName()) {
                    case "isDoubtful" -> {
                        questions++;
                        yield doubtful;
                    }
                    case "settleDoubt" -> {
                        doubtful = false;
                        yield null;
                    }
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private void leaveUnhandled(String orderId) {
        say("pause");
        others.emit("orders.fulfilment.refund_requested", orderId, """
                {"orderId":"%s"}""".formatted(orderId));
    }

    private void say(String what) {
        assertThat(rest.post("/messaging/consumers/billing-orders/" + what).status())
                .isEqualTo(200);
    }

    private static void eventually(Callable<Boolean> fact) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(fact);
    }
}

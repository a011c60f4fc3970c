package io.millrace.billing.payment.effect;

import io.millrace.billing.payment.service.Activity;
import io.millrace.billing.payment.service.PaymentStore;
import io.millrace.chassis.consumer.CaughtUp;
import io.millrace.chassis.relay.Relay;
import io.millrace.chassis.relay.RelayState;
import jakarta.inject.Singleton;

/**
 * Whether this instance may ask the provider, and give up what was never sent.
 *
 * <p>Guarantees: it leads the relay, which has found the service's stream to be what the database knows; and the service has
 * handled all that its streams held then, its own stream among them. So a database that was restored from an older backup
 * has filled in what was said since, and who was away for long hears first what is not wanted any more. A doubt about the
 * database is settled before, and not until all has been handled that the streams held when it was noticed.
 */
@Singleton
final class Clearance {

    private final Relay relay;
    private final CaughtUp caughtUp;
    private final PaymentStore store;
    private boolean doubtful;

    Clearance(Relay relay, CaughtUp caughtUp, PaymentStore store) {
        this.relay = relay;
        this.caughtUp = caughtUp;
        this.store = store;
    }

    synchronized Activity now() {
        RelayState state = relay.state();
        if (!state.certain()) {
            caughtUp.forget();
            return state.leader() ? Activity.UNCERTAIN : Activity.STANDBY;
        }
        if (!caughtUp.isReached()) {
            return Activity.CATCHING_UP;
        }
        // Only now: what is handled by then has told of its doubt.
        if (!doubtful && store.isDoubtful()) {
            doubtful = true;
            caughtUp.forget();
            return Activity.CATCHING_UP;
        }
        if (doubtful) {
            store.settleDoubt();
            doubtful = false;
        }
        return Activity.ASKING;
    }
}

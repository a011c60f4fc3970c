package io.millrace.billing.payment.effect;

import io.millrace.billing.payment.service.Activity;
import io.millrace.billing.payment.service.Claimed;
import io.millrace.billing.payment.service.GatewayBreaker;
import io.millrace.billing.payment.service.GatewayState.Position;
import io.millrace.billing.payment.service.Outcome;
import io.millrace.billing.payment.service.PaymentStore;
import io.millrace.billing.payment.service.Settlement;
import io.millrace.chassis.loop.Step;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives up what was recalled and never sent, whatever the breaker says. Then takes as many due payments as there is room for
 * and the breaker lets through, and settles each on a thread of its own. While the breaker is open it takes none, and no
 * thread waits for anything. It does nothing at all without {@linkplain Clearance clearance}.
 */
@Singleton
final class SettlementRound implements Step {

    private static final Logger LOG = LoggerFactory.getLogger(SettlementRound.class);
    private static final int GIVEN_UP_AT_ONCE = 100;

    private final PaymentStore store;
    private final Settlement settlement;
    private final GatewayBreaker breaker;
    private final Clearance clearance;
    private final SettlementConfiguration configuration;
    private final Duration hold;
    private final Semaphore room;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicBoolean resumed = new AtomicBoolean();
    private final AtomicBoolean answersAgain = new AtomicBoolean();
    private volatile Runnable roomAgain = () -> {};

    SettlementRound(
            PaymentStore store,
            Settlement settlement,
            GatewayBreaker breaker,
            Clearance clearance,
            SettlementConfiguration configuration,
            ProviderConfiguration provider) {
        this.store = store;
        this.settlement = settlement;
        this.breaker = breaker;
        this.clearance = clearance;
        this.configuration = configuration;
        this.hold = provider.hold();
        this.room = new Semaphore(configuration.concurrency());
        breaker.whenClosed(() -> answersAgain.set(true));
    }

    void whenThereIsRoom(Runnable listener) {
        roomAgain = listener;
    }

    @Override
    public Duration runOnce() {
        Activity activity = clearance.now();
        settlement.turnTo(activity);
        if (activity != Activity.ASKING) {
            if (activity == Activity.STANDBY) {
                breaker.forget();
            }
            return configuration.poll();
        }
        if (!resumed.get()) {
            store.resume();
            resumed.set(true);
        }
        if (answersAgain.getAndSet(false)) {
            hurry();
        }
        boolean more = store.giveUp(GIVEN_UP_AT_ONCE) == GIVEN_UP_AT_ONCE;
        more |= settleDue();
        return more ? Duration.ZERO : configuration.poll();
    }

    /** Whether there may be more to do at once. */
    private boolean settleDue() {
        int admitted = admit();
        List<Claimed> claimed = admitted == 0 ? List.of() : claim(admitted);
        claimed.forEach(one -> threads.execute(() -> settle(one)));
        return admitted > 0 && claimed.size() == admitted;
    }

    private void hurry() {
        boolean done = false;
        try {
            store.hurry();
            done = true;
        } finally {
            if (!done) {
                answersAgain.set(true);
            }
        }
    }

    private int admit() {
        int admitted = 0;
        while (room.tryAcquire()) {
            if (!breaker.tryAcquire()) {
                room.release();
                break;
            }
            admitted++;
        }
        return admitted;
    }

    private List<Claimed> claim(int admitted) {
        List<Claimed> claimed = List.of();
        try {
            claimed = store.claim(admitted, hold);
            if (claimed.isEmpty() && breaker.state().position() == Position.HALF_OPEN) {
                // Nobody would find out that the provider answers again before the next one is due.
                claimed = store.claimNext(hold);
            }
            return claimed;
        } finally {
            for (int unused = claimed.size(); unused < admitted; unused++) {
                breaker.release();
                room.release();
            }
        }
    }

    private void settle(Claimed claimed) {
        try {
            Outcome outcome = ask(claimed);
            tell(claimed, outcome, settlement.conclude(claimed, outcome));
        } catch (Throwable e) {
            LOG.warn(
                    "the outcome of payment {} was not kept; the provider is asked about it again within {}",
                    claimed.payment().orderId(),
                    hold,
                    e);
        } finally {
            room.release();
            roomAgain.run();
        }
    }

    private Outcome ask(Claimed claimed) {
        Outcome outcome;
        try {
            outcome = settlement.ask(claimed);
        } catch (RuntimeException | Error e) {
            breaker.failed(e.toString());
            throw e;
        }
        switch (outcome) {
            case Outcome.Unknown(var reason) -> breaker.failed(reason);
            // The next one would get the same answer.
            case Outcome.LockedOut(var reason) -> breaker.failed(reason);
            case Outcome.Done _, Outcome.Declined _, Outcome.Refused _ -> breaker.answered();
        }
        return outcome;
    }

    private static void tell(Claimed claimed, Outcome outcome, Duration again) {
        String id = claimed.payment().orderId();
        switch (outcome) {
            case Outcome.Unknown(var reason) ->
                LOG.warn("payment {} is open, and asked for again in {} ms: {}", id, again.toMillis(), reason);
            case Outcome.Refused refused -> notAccepted(id, again, refused.reason());
            case Outcome.LockedOut(var reason) -> notAccepted(id, again, reason);
            case Outcome.Done _, Outcome.Declined _ -> LOG.debug("payment {} is settled: {}", id, outcome);
        }
    }

    private static void notAccepted(String id, Duration again, String reason) {
        LOG.error(
                "the provider does not accept payment {}, and is asked again in {} ms; check the configuration: {}",
                id,
                again.toMillis(),
                reason);
    }

    /** Lets calls that are being made end. One that does not in time is repaired by whoever starts next. */
    void finish() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(hold.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}

package io.millrace.billing.payment.effect;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.millrace.chassis.loop.Loop;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

/** Settles payments while the service runs. */
@Singleton
@Requires(property = "millrace.billing.settlement.enabled", notEquals = "false")
final class SettlementWorker implements ApplicationEventListener<StartupEvent> {

    private final SettlementRound round;
    private final Loop loop;

    SettlementWorker(SettlementRound round, DueSignal signal) {
        this.round = round;
        this.loop = new Loop("settlement", round);
        signal.whenCommitted(loop::wake);
        round.whenThereIsRoom(loop::wake);
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        loop.start();
    }

    @PreDestroy
    void stop() {
        loop.stop();
        round.finish();
    }
}

package io.millrace.chassis.idempotency;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.transaction.TransactionOperations;
import io.millrace.chassis.loop.Loop;
import io.millrace.chassis.loop.Step;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Duration;

/** Forgets old keys. */
@Singleton
final class KeyPruning implements Step, ApplicationEventListener<StartupEvent> {

    private static final int AT_ONCE = 10_000;
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(10);

    private final TransactionOperations<Connection> transactions;
    private final IdempotencyConfiguration configuration;
    private final Loop loop = new Loop("idempotency-pruning", this);

    KeyPruning(TransactionOperations<Connection> transactions, IdempotencyConfiguration configuration) {
        this.transactions = transactions;
        this.configuration = configuration;
    }

    @Override
    public Duration runOnce() {
        int forgotten = transactions.executeWrite(
                transaction -> new KeyTable(transaction.getConnection()).prune(configuration.keep(), AT_ONCE));
        return forgotten == AT_ONCE ? Duration.ZERO : LOOK_AGAIN;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        loop.start();
    }

    @PreDestroy
    void stop() {
        loop.stop();
    }
}

package io.millrace.chassis.saga;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.transaction.TransactionOperations;
import io.millrace.chassis.business.saga.SagaPlan;
import io.millrace.chassis.consumer.CaughtUp;
import io.millrace.chassis.loop.Loop;
import io.millrace.chassis.outbox.EventEncoder;
import io.millrace.chassis.outbox.OutboxWriter;
import io.millrace.chassis.relay.Relay;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Gives a service the sagas of a plan, and looks after their timers.
 *
 * <p>Who is late is decided by the instance that publishes, and not before it has seen two things: its stream ends as its
 * database knows, so the database is no older state; and the service has handled what its streams held then, so an answer
 * that came while nobody listened is heard before it is found missing.
 */
@Singleton
public final class SagaEngine {

    private static final int AT_ONCE = 200;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private final TransactionOperations<Connection> transactions;
    private final EventEncoder encoder;
    private final OutboxWriter outbox;
    private final ObjectMapper mapper;
    private final Clock clock;
    private final List<Sagas<?, ?>> kept = new CopyOnWriteArrayList<>();

    SagaEngine(
            TransactionOperations<Connection> transactions,
            EventEncoder encoder,
            OutboxWriter outbox,
            @Named("events") ObjectMapper mapper,
            Clock clock) {
        this.transactions = transactions;
        this.encoder = encoder;
        this.outbox = outbox;
        this.mapper = mapper;
        this.clock = clock;
    }

    /** @param commands does what these sagas tell their own service */
    public <S, C> Sagas<S, C> keep(SagaPlan<S, C> plan, SagaCommands<C> commands) {
        Sagas<S, C> sagas = new Sagas<>(
                plan, commands, new StateJson<>(plan.state(), mapper), transactions, encoder, outbox, clock);
        kept.add(sagas);
        return sagas;
    }

    /** Whether there may be more to do at once. */
    boolean timeOut() {
        boolean more = false;
        for (Sagas<?, ?> sagas : kept) {
            more |= sagas.timeOut(AT_ONCE) == AT_ONCE;
        }
        return more;
    }

    /** Turns the timers while the service runs. */
    @Singleton
    @Requires(property = "millrace.sagas.timers", notEquals = "false")
    static final class Timers implements ApplicationEventListener<StartupEvent> {

        private final Loop loop;

        Timers(SagaEngine engine, Relay relay, CaughtUp caughtUp) {
            loop = new Loop("saga-timers", () -> turn(engine, relay, caughtUp));
        }

        private static Duration turn(SagaEngine engine, Relay relay, CaughtUp caughtUp) {
            if (!relay.state().certain()) {
                caughtUp.forget();
                return LOOK_AGAIN;
            }
            return caughtUp.isReached() && engine.timeOut() ? Duration.ZERO : LOOK_AGAIN;
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
}

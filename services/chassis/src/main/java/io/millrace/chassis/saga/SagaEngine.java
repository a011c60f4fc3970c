package io.millrace.chassis.saga;

import io.micronaut.serde.ObjectMapper;
import io.micronaut.transaction.TransactionOperations;
import io.millrace.chassis.business.saga.SagaPlan;
import io.millrace.chassis.outbox.EventEncoder;
import io.millrace.chassis.outbox.OutboxWriter;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * Gives a service the sagas of a plan, and looks after their timers.
 *
 * <p>Timers are turned by the instance that publishes, while its stream ends as its database knows: the database is no older
 * state. Asking again does no harm; giving a saga up does, so that waits for two things more. The service must have handled what its
 * streams held when the time was up, so an answer that came while nobody listened is heard before it is found missing. And it must
 * have been publishing for a while without a break, so the others have had the question, and time to answer it.
 */
@Singleton
public final class SagaEngine {

    private static final int AT_ONCE = 200;

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

    /**
     * @param heardUntil whatever the streams held then is handled; asked for only if somebody may be late. Empty: nobody is given up
     * @return whether there may be more to do at once
     */
    boolean timeOut(Supplier<Optional<Instant>> heardUntil) {
        boolean more = false;
        for (Sagas<?, ?> sagas : kept) {
            more |= sagas.timeOut(AT_ONCE, heardUntil) == AT_ONCE;
        }
        return more;
    }

    boolean isUsed() {
        return !kept.isEmpty();
    }
}

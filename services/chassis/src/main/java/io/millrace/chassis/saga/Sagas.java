package io.millrace.chassis.saga;

import io.micronaut.transaction.TransactionOperations;
import io.millrace.chassis.business.saga.Phase;
import io.millrace.chassis.business.saga.Progress;
import io.millrace.chassis.business.saga.SagaMachine;
import io.millrace.chassis.business.saga.SagaPlan;
import io.millrace.chassis.business.saga.Turn;
import io.millrace.chassis.database.Outage;
import io.millrace.chassis.outbox.Cause;
import io.millrace.chassis.outbox.EventEncoder;
import io.millrace.chassis.outbox.OutboxWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sagas of one plan.
 *
 * <p>Guarantees: what a saga asks, what it tells its own service and what is written about it commit together with what
 * led to it, or not at all. A saga takes one thing at a time: whoever comes meanwhile waits for its row. What an event
 * means to a saga does not depend on how events were batched.
 *
 * <p>Each method joins the current transaction, or has one of its own where there is none.
 */
public final class Sagas<S, C> {

    private static final Logger LOG = LoggerFactory.getLogger(Sagas.class);
    private static final Duration PUT_OFF = Duration.ofMinutes(10);

    private final SagaPlan<S, C> plan;
    private final SagaMachine<S, C> machine;
    private final SagaCommands<C> commands;
    private final StateJson<S> json;
    private final TransactionOperations<Connection> transactions;
    private final EventEncoder encoder;
    private final OutboxWriter outbox;
    private final Clock clock;

    Sagas(
            SagaPlan<S, C> plan,
            SagaCommands<C> commands,
            StateJson<S> json,
            TransactionOperations<Connection> transactions,
            EventEncoder encoder,
            OutboxWriter outbox,
            Clock clock) {
        this.plan = plan;
        this.machine = new SagaMachine<>(plan);
        this.commands = commands;
        this.json = json;
        this.transactions = transactions;
        this.encoder = encoder;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Begins a saga.
     *
     * @throws IllegalStateException there is one of this id; nothing is written
     */
    public void start(String id, S state) {
        Instant now = clock.instant();
        inTransaction(connection -> {
            SagaTurns<S, C> turns = turns(now);
            turns.begin(id, machine.start(state), Cause.current());
            if (new SagaRows(connection, plan.name()).insert(turns.rows(), now) == 0) {
                throw new IllegalStateException("there is a saga " + plan.name() + " " + id + " already");
            }
            return finish(connection, turns, now);
        });
    }

    /** Hands events to the sagas that they are about. Those of sagas that nobody began change nothing. */
    public void answered(List<SagaAnswer> answers) {
        Instant now = clock.instant();
        inTransaction(connection -> {
            SagaTurns<S, C> turns = turns(now);
            List<String> ids = answers.stream().map(SagaAnswer::id).distinct().toList();
            new SagaRows(connection, plan.name()).lock(ids).forEach(turns::know);
            answers.forEach(answer -> take(turns, answer));
            return update(connection, turns, now);
        });
    }

    /**
     * Keeps a saga as it is until the end of the current transaction: whatever happens to it waits.
     *
     * @return whether it can be {@linkplain #abort aborted}
     */
    public boolean hold(String id) {
        return inTransaction(connection ->
                new SagaRows(connection, plan.name()).lock(List.of(id)).stream().anyMatch(this::isOpen));
    }

    private boolean isOpen(SagaRow row) {
        return row.phase() == Phase.RUNNING && !plan.isAfterwards(plan.indexOf(row.step()));
    }

    /** Undoes a saga, as far as it has come. */
    public Abortion abort(String id, UnaryOperator<S> learn) {
        Instant now = clock.instant();
        return inTransaction(connection -> {
            SagaTurns<S, C> turns = turns(now);
            new SagaRows(connection, plan.name()).lock(List.of(id)).forEach(turns::know);
            SagaRow row = turns.row(id);
            if (row == null) {
                return Abortion.UNKNOWN;
            }
            Progress<S> progress = turns.progress(row);
            if (row.phase() == Phase.DONE || plan.isAfterwards(progress.step())) {
                return Abortion.TOO_LATE;
            }
            if (row.phase() != Phase.RUNNING) {
                return Abortion.BEFORE;
            }
            turns.take(id, machine.abort(progress, learn), Cause.current(), null);
            update(connection, turns, now);
            return Abortion.BEGUN;
        });
    }

    /**
     * Gives those sagas a turn whose patience has ended. One that fails is put off by itself, and holds up no other.
     *
     * @param heardUntil those that would be given up must have been due at this time; asked for only if there are any
     * @return how many
     */
    int timeOut(int limit, Supplier<Optional<Instant>> heardUntil) {
        Instant now = clock.instant();
        Set<String> limited = plan.limited();
        boolean anyLate = inTransaction(connection -> new SagaRows(connection, plan.name()).isAnyDue(now, limited));
        Due due = new Due(now, limited, anyLate ? heardUntil.get().orElse(null) : null);
        try {
            return timeOutTogether(due, limit);
        } catch (Exception together) {
            // Checked ones come here too: the transaction manager throws SQLException without declaring it.
            if (Outage.isBehind(together)) {
                throw together;
            }
            return timeOutOneByOne(due, limit);
        }
    }

    private int timeOutTogether(Due which, int limit) {
        return inTransaction(connection -> {
            List<SagaRow> due = new SagaRows(connection, plan.name()).lockDue(which, limit);
            late(connection, due, which.now());
            return due.size();
        });
    }

    private int timeOutOneByOne(Due which, int limit) {
        Instant now = which.now();
        List<SagaRow> due = inTransaction(connection -> new SagaRows(connection, plan.name()).lockDue(which, limit));
        for (SagaRow row : due) {
            try {
                inTransaction(connection -> {
                    List<SagaRow> stillDue = new SagaRows(connection, plan.name())
                            .lock(List.of(row.id())).stream()
                                    .filter(there -> there.dueAt() != null
                                            && !there.dueAt().isAfter(now))
                                    .toList();
                    return late(connection, stillDue, now);
                });
            } catch (Exception e) {
                if (Outage.isBehind(e)) {
                    throw e;
                }
                LOG.error("{} {} fails when it is due, and is tried again in {}", plan.name(), row.id(), PUT_OFF, e);
                inTransaction(connection -> {
                    new SagaRows(connection, plan.name()).postpone(row.id(), now, now.plus(PUT_OFF));
                    return null;
                });
            }
        }
        return due.size();
    }

    private Void late(Connection connection, List<SagaRow> due, Instant now) throws SQLException {
        SagaTurns<S, C> turns = turns(now);
        for (SagaRow row : due) {
            turns.know(row);
            turns.take(row.id(), machine.late(turns.progress(row)), causeOf(row), null);
        }
        return update(connection, turns, now);
    }

    private void take(SagaTurns<S, C> turns, SagaAnswer answer) {
        SagaRow row = turns.row(answer.id());
        if (row == null) {
            LOG.info(
                    "{} {} is not known here: {} changes nothing",
                    plan.name(),
                    answer.id(),
                    answer.event().getClass().getSimpleName());
            return;
        }
        Progress<S> progress = turns.progress(row);
        Turn<S, C> turn = machine.answered(progress, answer.event());
        turns.take(answer.id(), turn, answer.cause(), answer.cause().causationId());
    }

    private Void update(Connection connection, SagaTurns<S, C> turns, Instant now) throws SQLException {
        if (turns.rows().isEmpty()) {
            return null;
        }
        new SagaRows(connection, plan.name()).update(turns.rows(), now);
        return finish(connection, turns, now);
    }

    private Void finish(Connection connection, SagaTurns<S, C> turns, Instant now) throws SQLException {
        new SagaRows(connection, plan.name()).add(turns.lines(), now);
        outbox.write(turns.events());
        if (!turns.commands().isEmpty()) {
            commands.tell(turns.commands());
        }
        return null;
    }

    private SagaTurns<S, C> turns(Instant now) {
        return new SagaTurns<>(plan, json, encoder, now);
    }

    private Cause causeOf(SagaRow row) {
        return new Cause(
                row.correlationId(), plan.name() + "/" + row.id(), row.actor(), Optional.empty(), Optional.empty());
    }

    private interface Statements<R> {
        R run(Connection connection) throws SQLException;
    }

    private <R> R inTransaction(Statements<R> statements) {
        return transactions.executeWrite(transaction -> statements.run(transaction.getConnection()));
    }
}

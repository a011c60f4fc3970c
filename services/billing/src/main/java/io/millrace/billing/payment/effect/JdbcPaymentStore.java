package io.millrace.billing.payment.effect;

import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.support.TransactionSynchronization;
import io.millrace.billing.payment.service.CausedChange;
import io.millrace.billing.payment.service.Change;
import io.millrace.billing.payment.service.Claimed;
import io.millrace.billing.payment.service.Payment;
import io.millrace.billing.payment.service.PaymentFigures;
import io.millrace.billing.payment.service.PaymentQuery;
import io.millrace.billing.payment.service.PaymentStore;
import io.millrace.billing.payment.service.Resolution;
import io.millrace.billing.payment.service.Seen;
import io.millrace.billing.payment.service.Setback;
import io.millrace.billing.payment.service.Waiting;
import io.millrace.billing.payment.service.Wish;
import io.millrace.chassis.ServiceIdentity;
import io.millrace.chassis.outbox.Cause;
import io.millrace.chassis.outbox.Emission;
import io.millrace.chassis.outbox.Outbox;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Payments in PostgreSQL. A row is locked before the outbox is written, in one transaction. */
@Singleton
final class JdbcPaymentStore implements PaymentStore {

    private final TransactionOperations<Connection> transactions;
    private final Outbox outbox;
    private final ServiceIdentity identity;
    private final DueSignal signal;

    JdbcPaymentStore(
            TransactionOperations<Connection> transactions, Outbox outbox, ServiceIdentity identity, DueSignal signal) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.identity = identity;
        this.signal = signal;
    }

    @Override
    public Map<String, Payment> lock(Collection<String> orderIds) {
        return write(connection -> new PaymentRows(connection).lock(orderIds));
    }

    @Override
    public Map<String, Payment> lockOut(Collection<String> orderIds) {
        return write(connection -> new PaymentRows(connection).lockOut(orderIds));
    }

    @Override
    public Map<String, Payment> find(Collection<String> orderIds) {
        return write(connection -> new PaymentRows(connection).find(orderIds));
    }

    @Override
    public void recollect(Collection<Payment> payments) {
        write(connection -> {
            new PaymentRows(connection).save(payments);
            new UnsentRows(connection).doubt();
            tellWhenCommitted();
            return null;
        });
    }

    @Override
    public void saveAll(Wish wish, List<CausedChange> changes) {
        Map<String, Payment> after = new LinkedHashMap<>();
        changes.forEach(caused ->
                after.put(caused.change().after().orderId(), caused.change().after()));
        List<Emission> emissions = new ArrayList<>();
        changes.forEach(caused -> emissions.addAll(Answers.to(caused.change(), Cause.of(caused.cause()))));
        write(connection -> {
            new PaymentRows(connection).save(after.values());
            new RequestRows(connection).remember(wish, changes);
            outbox.emit(emissions);
            tellWhenCommitted();
            return null;
        });
    }

    @Override
    public List<Claimed> claim(int limit, Duration hold) {
        return write(connection -> new ClaimRows(connection).claim(identity.instance(), limit, hold));
    }

    @Override
    public List<Claimed> claimNext(Duration hold) {
        return write(connection -> new ClaimRows(connection).claimNext(identity.instance(), hold));
    }

    @Override
    public boolean isDoubtful() {
        return read(connection -> new UnsentRows(connection).isDoubtful());
    }

    @Override
    public void settleDoubt() {
        write(connection -> {
            new UnsentRows(connection).settleDoubt();
            return null;
        });
    }

    @Override
    public int giveUp(int limit) {
        return write(connection -> {
            List<Change> changes = new UnsentRows(connection)
                    .lock(limit).stream().map(Payment::givenUp).toList();
            keep(connection, changes);
            return changes.size();
        });
    }

    @Override
    public void settle(String orderId, Function<Payment, Change> decision) {
        write(connection -> {
            Change change = decision.apply(
                    new PaymentRows(connection).lock(List.of(orderId)).get(orderId));
            keep(connection, List.of(change));
            return null;
        });
    }

    @Override
    public Resolution resolve(String orderId, Seen seen) {
        return write(connection -> {
            Payment payment = new PaymentRows(connection).lock(List.of(orderId)).get(orderId);
            if (payment == null) {
                return new Resolution.NoPayment();
            }
            ResolutionRows resolutions = new ResolutionRows(connection);
            if (resolutions.knows(orderId, seen)) {
                return new Resolution.Settled(payment);
            }
            if (!resolutions.isStuck(orderId)) {
                return new Resolution.NotStuck(payment.status());
            }
            Change change = seen.of(payment);
            if (change.isNone()) {
                return new Resolution.DoesNotFit(payment.status());
            }
            keep(connection, List.of(change));
            resolutions.remember(orderId, seen);
            return new Resolution.Settled(change.after());
        });
    }

    private void keep(Connection connection, List<Change> changes) throws SQLException {
        List<Change> made = changes.stream().filter(change -> !change.isNone()).toList();
        if (!made.isEmpty()) {
            List<Payment> after = made.stream().map(Change::after).toList();
            new PaymentRows(connection).save(after);
            var causes = new RequestRows(connection)
                    .of(after.stream().map(Payment::orderId).toList());
            outbox.emit(made.stream()
                    .flatMap(change ->
                            Answers.to(change, causes.get(change.after().orderId())).stream())
                    .toList());
            tellWhenCommitted();
        }
    }

    @Override
    public void postpone(Claimed claimed, Duration delay, Setback setback) {
        write(connection -> {
            new ClaimRows(connection).postpone(claimed, delay, setback);
            return null;
        });
    }

    @Override
    public void hurry() {
        write(connection -> {
            new ClaimRows(connection).hurry();
            return null;
        });
    }

    @Override
    public void resume() {
        write(connection -> {
            new ClaimRows(connection).resume(identity.instance());
            return null;
        });
    }

    @Override
    public Optional<Payment> find(String orderId) {
        return read(connection -> new PaymentRows(connection).find(orderId));
    }

    @Override
    public List<Payment> list(PaymentQuery query, int limit) {
        return read(connection -> new PaymentRows(connection).list(query, limit));
    }

    @Override
    public PaymentFigures figures() {
        return read(connection -> new PaymentSums(connection).figures());
    }

    @Override
    public Waiting waiting() {
        return read(connection -> new ClaimRows(connection).waiting());
    }

    private interface Statements<R> {
        R run(Connection connection) throws SQLException;
    }

    private <R> R write(Statements<R> statements) {
        return transactions.executeWrite(transaction -> statements.run(transaction.getConnection()));
    }

    /** Something may have become due: whoever settles payments is told when that is committed. */
    private void tellWhenCommitted() {
        transactions.findTransactionStatus().orElseThrow().registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                signal.committed();
            }
        });
    }

    private <R> R read(Statements<R> statements) {
        return transactions.executeRead(transaction -> statements.run(transaction.getConnection()));
    }
}

package io.millrace.inventory.reservation.effect;

import io.micronaut.transaction.TransactionOperations;
import io.millrace.chassis.outbox.Cause;
import io.millrace.chassis.outbox.Emission;
import io.millrace.chassis.outbox.Outbox;
import io.millrace.inventory.reservation.service.CausedChange;
import io.millrace.inventory.reservation.service.Parcel;
import io.millrace.inventory.reservation.service.Reservation;
import io.millrace.inventory.reservation.service.ReservationQuery;
import io.millrace.inventory.reservation.service.ReservationStore;
import io.millrace.inventory.reservation.service.ReservationSummary;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reservations in PostgreSQL. Rows are checked for their versions before the outbox is written, in one transaction. */
@Singleton
final class JdbcReservationStore implements ReservationStore {

    private final TransactionOperations<Connection> transactions;
    private final Outbox outbox;

    JdbcReservationStore(TransactionOperations<Connection> transactions, Outbox outbox) {
        this.transactions = transactions;
        this.outbox = outbox;
    }

    @Override
    public void takeTurn() {
        if (transactions.findTransactionStatus().isEmpty()) {
            throw new IllegalStateException("a turn lasts as long as the transaction: there is none on this thread");
        }
        write(connection -> {
            new Turn(connection).take();
            return null;
        });
    }

    @Override
    public Map<String, Reservation> reservations(Collection<String> orderIds) {
        return write(connection -> new ReservationReading(connection).of(orderIds));
    }

    @Override
    public Map<String, Parcel> earlyParcels(Collection<String> orderIds) {
        return write(connection -> new EarlyParcels(connection).of(orderIds));
    }

    @Override
    public void rememberParcels(Map<String, Parcel> parcels) {
        if (!parcels.isEmpty()) {
            write(connection -> new EarlyParcels(connection).keep(parcels));
        }
    }

    @Override
    public void save(List<CausedChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        write(connection -> {
            new ReservationWriting(connection).write(Version.lastOf(changes));
            outbox.emit(changes.stream().map(JdbcReservationStore::emission).toList());
            return null;
        });
    }

    @Override
    public Optional<Reservation> find(String orderId) {
        return read(connection -> Optional.ofNullable(
                new ReservationReading(connection).of(Set.of(orderId)).get(orderId)));
    }

    @Override
    public List<ReservationSummary> list(ReservationQuery query, int limit) {
        return read(connection -> new ReservationReading(connection).list(query, limit));
    }

    private static Emission emission(CausedChange caused) {
        Reservation after = caused.change().after();
        return Emission.of(after.orderId(), after.version(), caused.change().event())
                .causedBy(Cause.of(caused.cause()));
    }

    private interface Statements<R> {
        R run(Connection connection) throws SQLException;
    }

    private <R> R write(Statements<R> statements) {
        return transactions.executeWrite(transaction -> statements.run(transaction.getConnection()));
    }

    private <R> R read(Statements<R> statements) {
        return transactions.executeRead(transaction -> statements.run(transaction.getConnection()));
    }
}

package io.millrace.delivery.shipment.effect;

import static java.util.stream.Collectors.toSet;

import io.micronaut.transaction.TransactionOperations;
import io.millrace.chassis.outbox.Cause;
import io.millrace.chassis.outbox.Emission;
import io.millrace.chassis.outbox.Outbox;
import io.millrace.delivery.shipment.service.Addressed;
import io.millrace.delivery.shipment.service.CausedChange;
import io.millrace.delivery.shipment.service.Change;
import io.millrace.delivery.shipment.service.Packed;
import io.millrace.delivery.shipment.service.PackingLine;
import io.millrace.delivery.shipment.service.Shipment;
import io.millrace.delivery.shipment.service.ShipmentFigures;
import io.millrace.delivery.shipment.service.ShipmentQuery;
import io.millrace.delivery.shipment.service.ShipmentStatus;
import io.millrace.delivery.shipment.service.ShipmentStore;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Shipments in PostgreSQL. A row is checked for its version before the outbox is written, in one transaction. */
@Singleton
final class JdbcShipmentStore implements ShipmentStore {

    private final TransactionOperations<Connection> transactions;
    private final Outbox outbox;

    JdbcShipmentStore(TransactionOperations<Connection> transactions, Outbox outbox) {
        this.transactions = transactions;
        this.outbox = outbox;
    }

    @Override
    public void takeTurn() {
        if (transactions.findTransactionStatus().isEmpty()) {
            throw new IllegalStateException("a turn lasts as long as the transaction: there is none on this thread");
        }
        write(connection -> {
            new Turn(connection).ofABatch();
            return null;
        });
    }

    @Override
    public Set<String> withAddress(Collection<String> customerIds) {
        return write(connection -> new ShipmentBatches(connection).withAddress(customerIds));
    }

    @Override
    public Set<String> erased(Collection<String> customerIds) {
        return write(connection -> new ShipmentBatches(connection).erased(customerIds));
    }

    @Override
    public List<Shipment> inTheHouse(Collection<String> customerIds) {
        return write(connection -> new ShipmentBatches(connection).inTheHouse(customerIds));
    }

    @Override
    public List<Shipment> waitingFor(Collection<String> customerIds) {
        return write(connection -> new ShipmentBatches(connection).waitingFor(customerIds));
    }

    @Override
    public List<Shipment> among(Collection<String> ids) {
        return write(connection -> new ShipmentBatches(connection).among(ids));
    }

    @Override
    public Set<String> add(List<Packed> shipments) {
        return write(connection -> {
            List<Shipment> filled = new ShipmentBatches(connection).insert(shipments);
            Set<String> ids = filled.stream().map(Shipment::id).collect(toSet());
            new PackingLines(connection)
                    .insert(shipments.stream()
                            .filter(packed -> ids.contains(packed.shipment().id()))
                            .toList());
            return filled.stream()
                    .filter(shipment -> shipment.status() == ShipmentStatus.WAITING)
                    .map(Shipment::id)
                    .collect(toSet());
        });
    }

    @Override
    public void saveAll(List<CausedChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        write(connection -> {
            int saved = new ShipmentBatches(connection)
                    .update(changes.stream().map(CausedChange::change).toList());
            if (saved != changes.size()) {
                throw new IllegalStateException(
                        saved + " of " + changes.size() + " shipments were as read: somebody did not take turns");
            }
            outbox.emit(changes.stream().map(JdbcShipmentStore::emission).toList());
            return saved;
        });
    }

    @Override
    public boolean save(Change change) {
        return write(connection -> {
            new Turn(connection).ofOneShipment();
            boolean kept = write(new ShipmentRows(connection), change.after());
            if (kept) {
                outbox.emit(emission(change));
            }
            return kept;
        });
    }

    @Override
    public void forget(Collection<String> customerIds) {
        write(connection -> {
            new ShipmentBatches(connection).forget(customerIds);
            return null;
        });
    }

    @Override
    public Optional<Addressed> find(String id) {
        return read(connection -> new ShipmentRows(connection).find(id));
    }

    @Override
    public List<PackingLine> lines(String id) {
        return read(connection -> new PackingLines(connection).of(id));
    }

    @Override
    public List<Addressed> list(ShipmentQuery query, int limit) {
        return read(connection -> new ShipmentRows(connection).list(query, limit));
    }

    @Override
    public ShipmentFigures figures() {
        return read(connection -> new ShipmentSums(connection).figures());
    }

    private static boolean write(ShipmentRows rows, Shipment after) throws SQLException {
        return switch (after.status()) {
            case DISPATCHED -> rows.send(after);
            case WAITING, PREPARED, DELIVERED, RETURNED, CANCELLED -> rows.update(after);
        };
    }

    private static Emission emission(CausedChange caused) {
        return emission(caused.change()).causedBy(Cause.of(caused.cause()));
    }

    private static Emission emission(Change change) {
        return Emission.of(change.after().id(), change.after().version(), change.event());
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

package io.millrace.chassis.eventstore;

import static java.util.stream.Collectors.toMap;

import io.micronaut.transaction.TransactionOperations;
import io.millrace.chassis.outbox.Emission;
import io.millrace.chassis.outbox.EncodedEvent;
import io.millrace.chassis.outbox.EventEncoder;
import io.millrace.chassis.outbox.OutboxWriter;
import io.millrace.contracts.Event;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Aggregates of one kind, kept as their events.
 *
 * <p>Guarantees: of several who append to one version of an aggregate, one is {@link Append.Done}, all others are
 * {@link Append.Outrun} and have written nothing (optimistic concurrency by version). Whatever is appended goes into the
 * outbox in the same transaction, so the service's stream holds the same events in the same order. A snapshot is written
 * in that transaction too, and only saves time: without any, an aggregate is the same.
 *
 * <p>Each method joins the current transaction, or has one of its own where there is none.
 *
 * <p>See "Event Sourcing" in Martin Fowler, eaaDev, 2005, and "Snapshotting" in Greg Young, CQRS Documents, 2010.
 */
public final class EventStore<S, E extends Event> {

    private final AggregateType<S, E> type;
    private final StoredJson<S, E> json;
    private final TransactionOperations<Connection> transactions;
    private final EventEncoder encoder;
    private final OutboxWriter outbox;

    EventStore(
            AggregateType<S, E> type,
            StoredJson<S, E> json,
            TransactionOperations<Connection> transactions,
            EventEncoder encoder,
            OutboxWriter outbox) {
        this.type = type;
        this.json = json;
        this.transactions = transactions;
        this.encoder = encoder;
        this.outbox = outbox;
    }

    /** An aggregate as it is now. */
    public Loaded<S> load(String id) {
        return loadAt(id, Long.MAX_VALUE);
    }

    /** Aggregates as they are now, by id. Of those that are not there, {@link Loaded#nothing()}. One statement. */
    public Map<String, Loaded<S>> loadAll(Collection<String> ids) {
        return read(ids, Long.MAX_VALUE);
    }

    /** An aggregate as it was at a version, or as it is now where it has had no more events than that. */
    public Loaded<S> loadAt(String id, long version) {
        return read(List.of(id), version).get(id);
    }

    /** An aggregate as it was at a time, by the clocks of the instances that wrote its events. */
    public Loaded<S> loadAt(String id, Instant time) {
        long version = inTransaction(connection -> rows(connection).versionAt(id, time));
        return loadAt(id, version);
    }

    /**
     * The events of an aggregate, in order.
     *
     * @param afterVersion 0 for the first page
     * @param limit how many at most
     */
    public List<PastEvent> history(String id, long afterVersion, int limit) {
        return inTransaction(connection -> rows(connection).history(id, afterVersion, limit));
    }

    /** Has events happen to an aggregate. */
    public Append<S> append(Appending<S, E> appending) {
        return appendAll(List.of(appending)).get(appending.id());
    }

    /**
     * Has events happen to several aggregates, each by itself: one may be done and another outrun. The number of
     * statements does not depend on how many there are.
     *
     * @param appendings each of another aggregate
     * @return by id
     */
    public Map<String, Append<S>> appendAll(List<Appending<S, E>> appendings) {
        if (appendings.isEmpty()) {
            return Map.of();
        }
        return inTransaction(connection -> {
            Map<String, List<EncodedEvent>> events = appendings.stream().collect(toMap(Appending::id, this::encode));
            Set<String> written = rows(connection)
                    .append(events.values().stream().flatMap(List::stream).toList());
            // In the order given, not in that of the map: the outbox is the order of the stream.
            outbox.write(appendings.stream()
                    .filter(appending -> written.contains(appending.id()))
                    .flatMap(appending -> events.get(appending.id()).stream())
                    .toList());
            return settle(connection, appendings, written);
        });
    }

    private Map<String, Append<S>> settle(Connection connection, List<Appending<S, E>> appendings, Set<String> written)
            throws SQLException {
        Map<String, Append<S>> outcomes = new HashMap<>();
        List<Snapshot> snapshots = new ArrayList<>();
        for (Appending<S, E> appending : appendings) {
            if (!written.contains(appending.id())) {
                outcomes.put(appending.id(), new Append.Outrun<>());
                continue;
            }
            Loaded<S> after = fold(appending);
            outcomes.put(appending.id(), new Append.Done<>(after));
            if (type.snapshotIsDue(appending.before().version(), after.version())) {
                snapshots.add(new Snapshot(appending.id(), after.version(), json.write(after.state())));
            }
        }
        if (!snapshots.isEmpty()) {
            aggregates(connection).keep(snapshots);
        }
        return outcomes;
    }

    private Loaded<S> fold(Appending<S, E> appending) {
        S state = appending.before().state();
        for (E event : appending.events()) {
            state = type.fold().apply(state, event);
        }
        return new Loaded<>(
                state, appending.before().version() + appending.events().size());
    }

    private List<EncodedEvent> encode(Appending<S, E> appending) {
        long before = appending.before().version();
        return IntStream.range(0, appending.events().size())
                .mapToObj(i -> encoder.encode(new Emission(
                        appending.id(), before + i + 1, appending.events().get(i), appending.cause())))
                .toList();
    }

    private Map<String, Loaded<S>> read(Collection<String> ids, long until) {
        Folding<S, E> folding = new Folding<>(type, json);
        inTransaction(connection -> {
            aggregates(connection).read(ids, until, folding);
            return null;
        });
        return ids.stream().distinct().collect(toMap(Function.identity(), folding::loaded));
    }

    private EventRows rows(Connection connection) {
        return new EventRows(connection, type.name());
    }

    private AggregateRows aggregates(Connection connection) {
        return new AggregateRows(connection, type.name(), type.format());
    }

    private interface Statements<R> {
        R run(Connection connection) throws SQLException;
    }

    private <R> R inTransaction(Statements<R> statements) {
        return transactions.executeWrite(transaction -> statements.run(transaction.getConnection()));
    }
}

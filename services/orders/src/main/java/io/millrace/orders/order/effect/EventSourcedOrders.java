package io.millrace.orders.order.effect;

import io.micronaut.transaction.TransactionOperations;
import io.millrace.chassis.eventstore.AggregateType;
import io.millrace.chassis.eventstore.Append;
import io.millrace.chassis.eventstore.Appending;
import io.millrace.chassis.eventstore.EventStore;
import io.millrace.chassis.eventstore.EventStores;
import io.millrace.chassis.eventstore.Loaded;
import io.millrace.chassis.eventstore.PastEvent;
import io.millrace.contracts.orders.OrderEvent;
import io.millrace.orders.order.service.Order;
import io.millrace.orders.order.service.OrderStore;
import io.millrace.orders.order.service.PastChange;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Orders in the event store. */
@Singleton
final class EventSourcedOrders implements OrderStore {

    private static final Logger LOG = LoggerFactory.getLogger(EventSourcedOrders.class);

    static final AggregateType<Order, OrderEvent> ORDER = AggregateType.of(OrderEvent.class, Order.class, Order::apply);

    private final EventStore<Order, OrderEvent> events;
    private final TransactionOperations<Connection> transactions;

    EventSourcedOrders(EventStores stores, TransactionOperations<Connection> transactions) {
        this.events = stores.of(ORDER);
        this.transactions = transactions;
    }

    @Override
    public Optional<Order> find(String id) {
        return events.load(id).found();
    }

    @Override
    public Optional<Order> findAt(String id, long version) {
        return events.loadAt(id, version).found();
    }

    @Override
    public Optional<Order> findAt(String id, Instant time) {
        return events.loadAt(id, time).found();
    }

    @Override
    public List<PastChange> history(String id, long afterVersion, int limit) {
        return events.history(id, afterVersion, limit).stream()
                .map(EventSourcedOrders::change)
                .toList();
    }

    @Override
    public Optional<Order> place(OrderEvent placed, String id) {
        return append(id, Loaded.nothing(), placed);
    }

    @Override
    public Optional<Order> change(Order before, OrderEvent event) {
        return append(before.id(), new Loaded<>(before, before.version()), event);
    }

    /** Has orders hear what their fulfilments say, all of it, in order. */
    void hear(List<Hearsay> news) {
        transactions.executeWrite(_ -> {
            Collection<Hearsay> left = news;
            while (!left.isEmpty()) {
                left = hearOnce(left);
            }
            return null;
        });
    }

    /** One thing for each order: what is left is to be heard next, on what became of the order. */
    private List<Hearsay> hearOnce(Collection<Hearsay> news) {
        Map<String, Loaded<Order>> orders = events.loadAll(
                news.stream().map(Hearsay::orderId).distinct().sorted().toList());
        Map<String, Appending<Order, OrderEvent>> appendings = new TreeMap<>();
        List<Hearsay> left = new ArrayList<>();
        Map<String, Hearsay> heard = new HashMap<>();
        for (Hearsay word : news) {
            if (appendings.containsKey(word.orderId())) {
                left.add(word);
                continue;
            }
            Loaded<Order> before = orders.get(word.orderId());
            List<OrderEvent> happened =
                    before.found().map(order -> order.hear(word.command())).orElseGet(() -> unknown(word));
            if (!happened.isEmpty()) {
                heard.put(word.orderId(), word);
                appendings.put(word.orderId(), new Appending<>(word.orderId(), before, happened, word.cause()));
            }
        }
        events.appendAll(List.copyOf(appendings.values())).forEach((id, outcome) -> {
            if (outcome instanceof Append.Outrun) {
                left.addFirst(heard.get(id));
            }
        });
        return left;
    }

    /** Said by somebody who knows more orders than this database does, which came from an older backup for example. */
    private static List<OrderEvent> unknown(Hearsay word) {
        LOG.warn("there is no order {}, so nothing comes of {}", word.orderId(), word.command());
        return List.of();
    }

    private Optional<Order> append(String id, Loaded<Order> before, OrderEvent event) {
        return switch (events.append(Appending.of(id, before, List.of(event)))) {
            case Append.Done<Order>(Loaded<Order> after) -> after.found();
            case Append.Outrun<Order> _ -> Optional.empty();
        };
    }

    private static PastChange change(PastEvent event) {
        return new PastChange(
                event.version(),
                event.id(),
                event.type(),
                event.schemaVersion(),
                event.time(),
                event.actor(),
                event.body());
    }
}

package io.millrace.chassis.eventstore;

import io.micronaut.serde.ObjectMapper;
import io.micronaut.transaction.TransactionOperations;
import io.millrace.chassis.contract.ReadableBodies;
import io.millrace.chassis.outbox.EventEncoder;
import io.millrace.chassis.outbox.OutboxWriter;
import io.millrace.contracts.Event;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;

/** Gives a service a store for each kind of aggregate that it keeps as events. */
@Singleton
public final class EventStores {

    private final TransactionOperations<Connection> transactions;
    private final EventEncoder encoder;
    private final OutboxWriter outbox;
    private final ReadableBodies bodies;
    private final ObjectMapper mapper;

    EventStores(
            TransactionOperations<Connection> transactions,
            EventEncoder encoder,
            OutboxWriter outbox,
            ReadableBodies bodies,
            @Named("events") ObjectMapper mapper) {
        this.transactions = transactions;
        this.encoder = encoder;
        this.outbox = outbox;
        this.bodies = bodies;
        this.mapper = mapper;
    }

    public <S, E extends Event> EventStore<S, E> of(AggregateType<S, E> type) {
        return new EventStore<>(type, new StoredJson<>(type, bodies, mapper), transactions, encoder, outbox);
    }
}

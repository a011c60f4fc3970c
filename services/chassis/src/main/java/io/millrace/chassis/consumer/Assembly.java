package io.millrace.chassis.consumer;

import io.micronaut.serde.ObjectMapper;
import io.micronaut.transaction.TransactionOperations;
import io.millrace.chassis.contract.ReadableBodies;
import io.millrace.chassis.lease.Leases;
import io.millrace.chassis.outbox.EventTraces;
import io.millrace.chassis.parked.DeadLetterStream;
import io.millrace.chassis.parked.ParkedTable;
import io.millrace.chassis.parked.ParkingLot;
import io.millrace.chassis.parked.RetryConfiguration;
import io.millrace.chassis.source.EventSources;
import io.millrace.chassis.source.StreamPlaces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Puts together what handles a consumer. */
@Singleton
record Assembly(
        Leases leases,
        EventSources sources,
        ConsumerTable table,
        ParkedTable parkedTable,
        ParkingLot parkingLot,
        RebuildTable rebuildTable,
        ShadowTables shadows,
        DeadLetterStream deadLetters,
        @Named("events") ObjectMapper mapper,
        ReadableBodies bodies,
        TransactionOperations<Connection> transactions,
        ConsumerConfiguration configuration,
        RetryConfiguration retries,
        List<ConsumerStart> starts,
        StreamPlaces places,
        EventTraces traces,
        Clock clock) {

    Consuming of(ConsumerName name, Handlers handlers) {
        ParkedKeys keys = new ParkedKeys();
        Dispatch dispatch =
                new Dispatch(name.durable(), handlers.byType(), decoder(handlers), retries.policy(), traces);
        Optional<Inbox> inbox = handlers.keep().map(keep -> new Inbox(name.durable(), keep, transactions));
        EventLoop loop = new EventLoop(
                name,
                leases.of("consumer:" + name.durable()),
                sources.of(name.stream()),
                start(name),
                table,
                parkedTable,
                keys,
                dispatch,
                new Handling(table, parkingLot, keys, dispatch, inbox, transactions),
                configuration,
                clock);
        return new Consuming(
                name,
                loop,
                new ParkedEvents(parkedTable, keys, dispatch, deadLetters, transactions, loop::ownership),
                handlers.tables().isEmpty() ? Optional.empty() : Optional.of(rebuild(name, handlers)),
                inbox.map(box -> new InboxPruning(box, loop::ownership)));
    }

    private Optional<Supplier<Long>> start(ConsumerName name) {
        return starts.stream()
                .filter(told -> told.name().equals(name.durable()) && told.start() != null)
                .findFirst()
                .map(told -> () -> places.find(name.stream(), told.start()));
    }

    private EventDecoder decoder(Handlers handlers) {
        return new EventDecoder(
                mapper,
                bodies,
                handlers.keep().isPresent() ? new EnvelopeReader.Foreign(clock) : new EnvelopeReader.Own());
    }

    private Rebuild rebuild(ConsumerName name, Handlers handlers) {
        return new Rebuild(
                name,
                handlers.tables(),
                leases.of("rebuild:" + name.durable()),
                sources.of(name.stream()),
                rebuildTable,
                shadows,
                new Dispatch(
                        name.durable(),
                        handlers.rebuildableByType(),
                        decoder(handlers),
                        retries.policy(),
                        EventTraces.NONE),
                transactions);
    }
}

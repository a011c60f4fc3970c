package io.millrace.chassis.consumer;

import io.micronaut.transaction.TransactionOperations;
import io.millrace.chassis.lease.Leases;
import io.millrace.chassis.parked.DeadLetterStream;
import io.millrace.chassis.parked.ParkedTable;
import io.millrace.chassis.parked.ParkingLot;
import io.millrace.chassis.parked.RetryConfiguration;
import io.millrace.chassis.source.EventSources;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Puts together what handles a consumer. */
@Singleton
record Assembly(
        Leases leases,
        EventSources sources,
        ConsumerTable table,
        ParkedTable parkedTable,
        ParkingLot parkingLot,
        DeadLetterStream deadLetters,
        EventDecoder decoder,
        TransactionOperations<Connection> transactions,
        ConsumerConfiguration configuration,
        RetryConfiguration retries,
        Clock clock) {

    Consuming of(ConsumerName name, Map<String, List<HandlerMethod>> methods) {
        ParkedKeys keys = new ParkedKeys();
        Dispatch dispatch = new Dispatch(name.durable(), methods, decoder, retries.policy());
        EventLoop loop = new EventLoop(
                name,
                leases.of("consumer:" + name.durable()),
                sources.of(name.stream()),
                table,
                parkedTable,
                keys,
                dispatch,
                new Handling(table, parkingLot, keys, dispatch, transactions),
                configuration,
                clock);
        return new Consuming(
                loop, new ParkedEvents(parkedTable, keys, dispatch, deadLetters, transactions, loop::ownership));
    }
}

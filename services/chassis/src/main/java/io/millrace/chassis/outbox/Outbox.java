package io.millrace.chassis.outbox;

import java.util.List;

/**
 * Where a service puts the events about its own changes.
 *
 * <p>Guarantees: an event is published if and only if the transaction it was emitted in commits; events of one aggregate
 * are published in the order in which their transactions committed; no broker is needed at the moment of emission.
 *
 * <p>Two rules for the caller. Emit inside the transaction that makes the change. And emit <em>after</em> the
 * aggregate's row is locked or its version is checked in that transaction, so that the order of the outbox is the order
 * of the aggregate.
 *
 * <p>See "Transactional outbox" in Chris Richardson, Microservices Patterns, section 3.3.7.
 */
public interface Outbox {

    /**
     * Adds events to the outbox, in the order given, within the current transaction. One statement, however many they
     * are.
     *
     * @throws IllegalStateException if there is no current transaction
     */
    void emit(List<Emission> emissions);

    /** Adds one event. */
    default void emit(Emission emission) {
        emit(List.of(emission));
    }
}

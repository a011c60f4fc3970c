package io.millrace.chassis.eventstore;

/** What became of events that were to be appended to an aggregate. */
public sealed interface Append<S> {

    /** They stand in the store and in the outbox, once the transaction commits. */
    record Done<S>(Loaded<S> after) implements Append<S> {}

    /** Somebody else's event came first. Nothing was written: load again and decide anew. */
    record Outrun<S>() implements Append<S> {}
}

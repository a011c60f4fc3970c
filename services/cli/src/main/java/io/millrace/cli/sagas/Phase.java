package io.millrace.cli.sagas;

/** Where a saga stands. */
enum Phase {
    /** One step after the other is asked for. */
    RUNNING,
    /** What was done is being undone. */
    COMPENSATING,
    /** Every step was answered. */
    DONE,
    /** Everything that had been done is undone. */
    UNDONE
}

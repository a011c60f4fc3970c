package io.millrace.chassis.business.saga;

/** Where a saga stands. */
public enum Phase {
    /** One step after the other is asked for. */
    RUNNING,
    /** What was done is being undone, in reverse order. */
    COMPENSATING,
    /** Every step was answered. */
    DONE,
    /** Everything that had been done is undone. */
    UNDONE;

    /** Whether nothing more is to come by itself. */
    public boolean isOver() {
        return this == DONE || this == UNDONE;
    }
}

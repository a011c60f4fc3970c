package io.millrace.chassis.saga;

/** What became of a wish to abort a saga. */
public enum Abortion {
    /** What was done is being undone from now on, or there was nothing to undo and it is over. */
    BEGUN,
    /** It is being undone, or is undone, since before. */
    BEFORE,
    /** Every step was answered. */
    TOO_LATE,
    /** There is no such saga. */
    UNKNOWN
}

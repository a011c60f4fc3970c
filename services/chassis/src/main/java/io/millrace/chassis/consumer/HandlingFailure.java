package io.millrace.chassis.consumer;

/**
 * A handler threw.
 *
 * @see #getCause() what it threw
 */
final class HandlingFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long first;
    private final long last;

    /** The failing event is at one of these positions, or between. */
    HandlingFailure(long first, long last, Throwable cause) {
        super(cause.toString(), cause);
        this.first = first;
        this.last = last;
    }

    long first() {
        return first;
    }

    long last() {
        return last;
    }
}

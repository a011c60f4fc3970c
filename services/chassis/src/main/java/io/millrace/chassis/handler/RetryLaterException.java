package io.millrace.chassis.handler;

import java.time.Duration;

/**
 * A handler cannot handle an event now and knows when it makes sense to try again. The event is parked, with the later
 * events of its aggregate behind it, and tried again after the delay. It counts as an attempt.
 */
public final class RetryLaterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration delay;

    /**
     * @param delay until the next attempt, at least; not negative
     * @param reason shown to whoever looks at parked events
     */
    public RetryLaterException(Duration delay, String reason) {
        super(reason);
        if (delay.isNegative()) {
            throw new IllegalArgumentException("a delay is not negative, but this one is " + delay);
        }
        this.delay = delay;
    }

    public Duration delay() {
        return delay;
    }
}

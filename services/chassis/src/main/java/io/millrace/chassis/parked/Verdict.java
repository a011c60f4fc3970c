package io.millrace.chassis.parked;

import io.millrace.chassis.handler.DeadLetterException;
import io.millrace.chassis.handler.RetryLaterException;
import java.time.Duration;

/** What becomes of an event after a failed attempt. */
sealed interface Verdict {

    /** It is tried again after the delay. */
    record Retry(Duration delay) implements Verdict {}

    /** It is a dead letter. */
    record Dead() implements Verdict {}

    /**
     * @param failure of the last attempt
     * @param made attempts, the last one included
     */
    static Verdict after(Failure failure, int made, RetryPolicy policy) {
        return switch (failure.cause()) {
            case DeadLetterException _, UnreadableEventException _ -> new Dead();
            case Throwable _ when !policy.allowsMoreThan(made) -> new Dead();
            case RetryLaterException told -> new Retry(told.delay());
            case Throwable _ -> new Retry(policy.after(made));
        };
    }
}

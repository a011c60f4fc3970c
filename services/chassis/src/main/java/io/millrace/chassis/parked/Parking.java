package io.millrace.chassis.parked;

import io.millrace.chassis.source.SourceMessage;
import java.util.Optional;

/**
 * An event on its way to the parked ones.
 *
 * @param key its aggregate
 * @param failure why it could not be handled, with the policy that counts for it; empty if it waits behind another one
 */
public record Parking(SourceMessage message, String key, Optional<FirstFailure> failure) {

    /** A first attempt that failed. */
    public record FirstFailure(Failure failure, RetryPolicy policy) {

        Verdict verdict() {
            return Verdict.after(failure, 1, policy);
        }
    }

    /** Whether it is a dead letter from its first attempt on. */
    public boolean isDead() {
        return failure.map(FirstFailure::verdict)
                .filter(Verdict.Dead.class::isInstance)
                .isPresent();
    }

    /** An event that waits behind an earlier one of its aggregate. */
    public static Parking behind(SourceMessage message, String key) {
        return new Parking(message, key, Optional.empty());
    }

    /** An event that failed for the first time. */
    public static Parking failed(SourceMessage message, String key, Throwable cause, RetryPolicy policy) {
        return new Parking(message, key, Optional.of(new FirstFailure(new Failure(cause), policy)));
    }
}

package io.millrace.cli.prove.clock;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/**
 * A clock that goes wrong, in place of the one that the chassis has. It is on the class path of the processes that a proof
 * starts, and of no others.
 */
@Factory
public final class SkewedClock {

    /** How far it is off, for example {@code -1h}: a variable of the environment. */
    public static final String VARIABLE = "MILLRACE_PROOF_CLOCK_OFFSET";

    private static final String PROPERTY = "millrace.proof.clock-offset";

    @Singleton
    @Requires(property = PROPERTY)
    Clock clock(@Value("${" + PROPERTY + "}") Duration offset) {
        return Clock.offset(Clock.systemUTC(), offset);
    }
}

package io.millrace.chassis.loop;

import java.time.Duration;

/** One round of a loop. A test drives it by hand; {@link Loop} drives it in a service. */
@FunctionalInterface
public interface Step {

    /**
     * Does what there is to do now.
     *
     * @return how long to rest before the next round; zero if there is more to do
     */
    Duration runOnce() throws InterruptedException;
}

package io.millrace.chassis.relay;

import java.time.Instant;

/**
 * What the relay is doing, for health and status.
 *
 * @param state in words
 * @param leader whether this instance publishes
 * @param lastProgress when something was last stored in the stream, or null
 */
public record RelayState(String state, boolean leader, Instant lastProgress) {

    static RelayState starting() {
        return new RelayState("starting", false, null);
    }

    RelayState now(String newState, boolean newLeader) {
        return state.equals(newState) && leader == newLeader ? this : new RelayState(newState, newLeader, lastProgress);
    }

    RelayState progressed(Instant time) {
        return new RelayState(state, leader, time);
    }
}

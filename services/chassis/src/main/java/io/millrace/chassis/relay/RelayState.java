package io.millrace.chassis.relay;

import java.time.Instant;

/**
 * What the relay is doing, for health and status.
 *
 * @param phase whether and how it works
 * @param state the same in words
 * @param lastProgress when something was last stored in the stream, or null
 * @param mode {@code atomic} or {@code linked}, or null while it does not publish
 */
public record RelayState(Phase phase, String state, Instant lastProgress, String mode) {

    /** What a relay can be at. */
    public enum Phase {
        STARTING("starting", false),
        STANDBY("standby", false),
        IDLE("idle", true),
        PUBLISHING("publishing", true),
        WAITING("waiting for NATS", true),
        TROUBLE("in trouble", true),
        CUT_OFF("cut off from its database", false);

        private final String words;
        private final boolean leading;

        Phase(String words, boolean leading) {
            this.words = words;
            this.leading = leading;
        }
    }

    static RelayState starting() {
        return new RelayState(Phase.STARTING, Phase.STARTING.words, null, null);
    }

    /** Whether this instance publishes. */
    public boolean leader() {
        return phase.leading;
    }

    /** Whether events go from outbox to stream as they should, as far as this instance can tell. */
    public boolean flowing() {
        return phase != Phase.WAITING && phase != Phase.TROUBLE && phase != Phase.CUT_OFF;
    }

    /**
     * Whether this instance leads and has found in the stream what its database knows. Until then the database may be an older
     * backup, and what cannot be taken back should wait.
     */
    public boolean certain() {
        return phase == Phase.IDLE || phase == Phase.PUBLISHING;
    }

    RelayState now(Phase newPhase) {
        return phase == newPhase
                ? this
                : new RelayState(newPhase, newPhase.words, lastProgress, newPhase.leading ? mode : null);
    }

    /** @param leads whether it holds the lease: who cannot ask for it does not publish, and cannot know who does */
    RelayState trouble(String what, boolean leads) {
        return new RelayState(leads ? Phase.TROUBLE : Phase.CUT_OFF, what, lastProgress, leads ? mode : null);
    }

    RelayState progressed(Instant time) {
        return new RelayState(phase, state, time, mode);
    }

    RelayState publishingBy(String newMode) {
        return new RelayState(phase, state, lastProgress, newMode);
    }
}

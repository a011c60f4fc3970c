package io.millrace.chassis.lease;

import io.millrace.chassis.outbox.LeaseHolder;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right of one instance to do one thing. A lease saves work, it does not protect: what must not happen twice is
 * fenced by the epoch where it is written. See Martin Kleppmann, "How to do distributed locking", on fencing tokens.
 */
public final class Lease {

    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);

    private final String name;
    private final String owner;
    private final Duration duration;
    private final LeaseTable table;
    private volatile long epoch;
    private volatile long heldUntilNanos;
    private volatile boolean held;
    private long nextTryNanos = System.nanoTime();

    Lease(String name, String owner, Duration duration, LeaseTable table) {
        this.name = name;
        this.owner = owner;
        this.duration = duration;
        this.table = table;
    }

    String name() {
        return name;
    }

    /** Takes the lease if it is to be had. Asks the database a few times per lease time at most. */
    public synchronized boolean tryTake() {
        if (isHeld()) {
            return true;
        }
        long now = System.nanoTime();
        if (now - nextTryNanos < 0) {
            return false;
        }
        nextTryNanos = now + retryEvery().toNanos();
        OptionalLong taken = table.take(name, owner, duration);
        taken.ifPresent(rising -> {
            epoch = rising;
            heldUntilNanos = now + duration.toNanos();
            held = true;
        });
        return taken.isPresent();
    }

    /** Whether this instance may still act. Turns false by itself when the lease could not be renewed in time. */
    public boolean isHeld() {
        return held && System.nanoTime() - heldUntilNanos < 0;
    }

    /** The number of this ownership; rises with each new owner. */
    public long epoch() {
        return epoch;
    }

    /** This instance as the owner that it was in an epoch, for statements that must not be anybody else's. */
    public LeaseHolder holder(long ofEpoch) {
        return new LeaseHolder(name, owner, ofEpoch);
    }

    /** How long a standby waits before it asks again. */
    public Duration retryEvery() {
        return duration.dividedBy(10);
    }

    /** Somebody fenced this owner off: it gives up without asking. */
    public synchronized void lost() {
        held = false;
    }

    /**
     * Changes something in a transaction during which nobody else can take the lease.
     *
     * @throws IllegalStateException somebody else has taken it; nothing was changed
     */
    public int holding(IntSupplier change) {
        return table.holding(name, owner, epoch, change);
    }

    synchronized void renew() {
        if (!held) {
            return;
        }
        long now = System.nanoTime();
        if (table.renew(name, owner, epoch, duration)) {
            heldUntilNanos = now + duration.toNanos();
        } else {
            held = false;
        }
    }

    /** Gives the lease back at once. Where the database is away, it runs out by itself. */
    public synchronized void release() {
        if (!held) {
            return;
        }
        held = false;
        try {
            table.release(name, owner, epoch);
        } catch (Exception e) {
            LOG.warn("lease {} could not be given back and runs out within {}: {}", name, duration, e.getMessage());
        }
    }

    @Override
    public String toString() {
        return "lease " + name;
    }
}

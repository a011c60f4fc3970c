package io.millrace.cli.prove.fault;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;

/** What a fault asks of those that strike at the same time. */
enum Claim {
    /** Nothing. */
    NOTHING,

    /** That services run with the databases that are theirs. */
    OWN_DATABASES,

    /** That nobody else starts services or counts on their databases. */
    SERVICES_ALONE;

    /** What to hold while it strikes. */
    Lock in(ReadWriteLock services) {
        return switch (this) {
            case NOTHING -> new ReentrantLock();
            case OWN_DATABASES -> services.readLock();
            case SERVICES_ALONE -> services.writeLock();
        };
    }
}

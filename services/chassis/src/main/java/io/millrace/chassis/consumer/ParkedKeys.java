package io.millrace.chassis.consumer;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The aggregates that have parked events, as the owner of a consumer knows them. To ask costs nothing while there are
 * none.
 *
 * <p>INVARIANT: a key is in the set from before its first event is parked until after its last one is gone. The loop that
 * reads the stream looks and parks under the lock, and a key is only taken out under it: an event never passes those that
 * are parked, and none is parked behind nobody.
 */
final class ParkedKeys {

    private final ReentrantLock lock = new ReentrantLock();
    private final Set<String> keys = new HashSet<>();
    private volatile boolean empty = true;

    /** Only the loop that reads the stream adds keys: for it alone, what is empty stays empty. */
    boolean isEmpty() {
        return empty;
    }

    /** Call under the lock. */
    boolean contains(String key) {
        return keys.contains(key);
    }

    /** Call under the lock. */
    void addAll(Collection<String> more) {
        keys.addAll(more);
        empty = keys.isEmpty();
    }

    /** Call under the lock. */
    void remove(String key) {
        keys.remove(key);
        empty = keys.isEmpty();
    }

    /** Call under the lock. */
    void reset(Set<String> found) {
        keys.clear();
        addAll(found);
    }

    void locked(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }
}

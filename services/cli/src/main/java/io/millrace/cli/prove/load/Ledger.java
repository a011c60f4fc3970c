package io.millrace.cli.prove.load;

import java.util.Collection;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** What services have confirmed, and what they should not have said. Safe for use by many threads. */
public final class Ledger {

    private static final int SURPRISES_KEPT = 100;

    private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
    private final Map<String, Restock> restocks = new ConcurrentHashMap<>();
    private final LongAdder count = new LongAdder();
    private final LongAdder surprised = new LongAdder();
    private final LongAdder retries = new LongAdder();
    private final LongAdder unanswered = new LongAdder();

    /** @param version what it led to, or {@link Acknowledged#SOME} */
    public void acknowledge(String event, String id, long version) {
        acknowledged.add(new Acknowledged(event, id, version));
        count.increment();
    }

    /** Notes that somebody is about to say that pieces came in. */
    void restocking(String sku, String id, int pieces) {
        restocks.put(sku + "/" + id, new Restock(sku, id, pieces, false));
    }

    void restocked(String sku, String id, int pieces) {
        restocks.put(sku + "/" + id, new Restock(sku, id, pieces, true));
        count.increment();
    }

    /** Notes an answer that contradicts what was confirmed before. */
    public void surprise(String what) {
        if (surprised.sum() < SURPRISES_KEPT) {
            surprises.add(what);
        }
        surprised.increment();
    }

    void retried() {
        retries.increment();
    }

    void gaveUp() {
        unanswered.increment();
    }

    public Collection<Acknowledged> acknowledged() {
        return acknowledged;
    }

    /** By SKU and id, with a slash between them: each that was said, whether or not it was confirmed. */
    public Map<String, Restock> restocks() {
        return restocks;
    }

    /** How many changes were confirmed so far. */
    public long count() {
        return count.sum();
    }

    /** The first ones; all of them are {@link #surpriseCount()}. */
    public Collection<String> surprises() {
        return surprises;
    }

    public long surpriseCount() {
        return surprised.sum();
    }

    /** Requests that were sent once more, because their first sending was not answered, or with an outage. */
    public long retries() {
        return retries.sum();
    }

    /** Requests that nobody answered though they were sent again and again: nothing is known of them. */
    public long unanswered() {
        return unanswered.sum();
    }
}

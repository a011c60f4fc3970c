package io.millrace.cli.prove.load;

/**
 * A change that a service has confirmed: from then on it must not be lost.
 *
 * @param event the type of the event that tells of it, for example {@code orders.order.placed}
 * @param id the aggregate's id
 * @param version the aggregate's version that it led to, or {@link #SOME} where the answer does not tell
 */
public record Acknowledged(String event, String id, long version) {

    /** It happens to an aggregate once at most, at whatever version. */
    public static final long SOME = 0;
}

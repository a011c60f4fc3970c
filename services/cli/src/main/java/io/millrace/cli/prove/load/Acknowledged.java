package io.millrace.cli.prove.load;

/**
 * A change that a service has confirmed: from then on it must not be lost.
 *
 * @param event the type of the event that tells of it, for example {@code orders.order.placed}
 * @param id the aggregate's id
 * @param version the aggregate's version that it led to
 */
public record Acknowledged(String event, String id, long version) {}

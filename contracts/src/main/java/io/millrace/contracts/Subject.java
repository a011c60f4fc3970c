package io.millrace.contracts;

/**
 * The subject of an event: {@code evt.<service>.<aggregate>.<id>.<event>}.
 *
 * @param service the service that publishes, for example {@code orders}
 * @param aggregate the kind of aggregate
 * @param id the aggregate's id
 * @param event what happened
 */
public record Subject(String service, String aggregate, String id, String event) {

    public Subject {
        AggregateId.require(id);
    }

    /** Every event of one service. */
    public static String allOf(String service) {
        return "evt." + service + ".>";
    }

    @Override
    public String toString() {
        return "evt." + service + "." + aggregate + "." + id + "." + event;
    }
}

package io.millrace.cli.prove.invariant;

import io.millrace.cli.prove.load.Ledger;
import io.nats.client.Connection;
import io.nats.client.api.StreamState;
import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that is known once everything has settled: what callers were told, what the streams hold, and a way to look into the
 * databases.
 *
 * @param streams what the server says each holds
 */
public record Evidence(
        Ledger ledger,
        Databases databases,
        History history,
        CustomerFold customers,
        OrderFold orders,
        Map<String, StreamState> streams) {

    static final List<String> SERVICES = List.of("customers", "orders", "delivery");

    /** Where to look into the database of a service. */
    @FunctionalInterface
    public interface Databases {
        java.sql.Connection connect(String service) throws SQLException;
    }

    /** Reads all streams from the first event to the last. */
    public static Evidence gather(Ledger ledger, Databases databases, Connection nats)
            throws IOException, InterruptedException {
        History history = new History();
        CustomerFold customers = new CustomerFold();
        OrderFold orders = new OrderFold();
        Map<String, StreamState> streams = new LinkedHashMap<>();
        StreamReading reading = new StreamReading(nats);
        streams.put("CUSTOMERS", reading.read("CUSTOMERS", event -> {
            history.add(event);
            customers.add(event);
        }));
        for (String stream : List.of("ORDERS", "DELIVERY")) {
            streams.put(stream, reading.read(stream, event -> {
                history.add(event);
                orders.add(event);
            }));
        }
        return new Evidence(ledger, databases, history, customers, orders, streams);
    }
}

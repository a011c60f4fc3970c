package io.millrace.cli.prove.invariant;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.cli.prove.load.Ledger;
import io.nats.client.Connection;
import io.nats.client.api.StreamState;
import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that is known once everything has settled: what callers were told, what the streams hold, what the payment provider
 * says, and a way to look into the databases.
 *
 * @param streams what the server says each holds
 */
public record Evidence(
        Ledger ledger,
        Databases databases,
        ProviderBooks provider,
        History history,
        Folds folds,
        Map<String, StreamState> streams) {

    static final List<String> SERVICES = List.of("customers", "orders", "delivery", "inventory", "billing");
    static final List<String> STREAMS = List.of("CUSTOMERS", "ORDERS", "DELIVERY", "INVENTORY", "BILLING");

    /** Where to look into the database of a service. */
    @FunctionalInterface
    public interface Databases {
        java.sql.Connection connect(String service) throws SQLException;
    }

    /**
     * Reads all streams from the first event to the last.
     *
     * @param charges what the provider lists
     * @param refunds what the provider lists
     */
    public static Evidence gather(
            Ledger ledger, Databases databases, JsonNode charges, JsonNode refunds, Connection nats)
            throws IOException, InterruptedException {
        History history = new History();
        Folds folds = new Folds();
        Map<String, StreamState> streams = new LinkedHashMap<>();
        StreamReading reading = new StreamReading(nats);
        for (String stream : STREAMS) {
            streams.put(stream, reading.read(stream, event -> {
                history.add(event);
                folds.add(event);
            }));
        }
        return new Evidence(ledger, databases, ProviderBooks.of(charges, refunds), history, folds, streams);
    }

    /** Of one service alone: what callers were told, and what its stream holds. */
    static Evidence of(Ledger ledger, Databases databases, History history) {
        return new Evidence(ledger, databases, ProviderBooks.empty(), history, new Folds(), Map.of());
    }
}

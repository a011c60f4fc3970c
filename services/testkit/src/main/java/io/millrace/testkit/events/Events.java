package io.millrace.testkit.events;

import io.nats.client.Connection;
import io.nats.client.ErrorListener;
import io.nats.client.Nats;
import io.nats.client.Options;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What services have said so far, read from their streams as anyone could read it.
 *
 * <pre>{@code
 * events.expect("orders.order.placed").forAggregate("o-1").withBody(body -> body.get("lines").size() == 1).await();
 * }</pre>
 *
 * <p>Each event read is held against the wire contract: one that breaks it fails the test, whoever it was meant for.
 */
public final class Events implements AutoCloseable {

    private final Connection connection;
    private final Map<String, EventLog> logs = new ConcurrentHashMap<>();

    private Events(Connection connection) {
        this.connection = connection;
    }

    /** Reads over a connection of its own, which comes back when the server does. */
    public static Events at(String natsUrl) {
        try {
            return new Events(Nats.connect(Options.builder()
                    .server(natsUrl)
                    .maxReconnects(-1)
                    .errorListener(new ErrorListener() {})
                    .build()));
        } catch (IOException e) {
            throw new IllegalStateException("No NATS at %s: %s".formatted(natsUrl, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * Starts an expectation: that an event is or will be in the stream of the service that its type names.
     *
     * @param type for example {@code orders.order.placed}
     */
    public Expectation expect(String type) {
        return new Expectation(of(serviceOf(type)), type);
    }

    /** Everything in a service's stream at this moment, in order. Empty if there is no stream yet. */
    public List<SeenEvent> all(String service) {
        return of(service).upToNow();
    }

    private EventLog of(String service) {
        return logs.computeIfAbsent(service, name -> new EventLog(connection, name));
    }

    private static String serviceOf(String type) {
        int dot = type.indexOf('.');
        if (dot < 1) {
            throw new IllegalArgumentException("An event type is <service>.<aggregate>.<event>, but this is " + type);
        }
        return type.substring(0, dot);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.millrace.cli.prove.fault;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.cli.prove.stage.ProofStage;
import io.millrace.cli.shop.ServiceSpec;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What has become of poison: parked in each consumer that reads it, and copied to {@code DEAD_LETTERS}. */
record PoisonInTheShop(ProofStage stage) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int NO_MESSAGE = 404;

    /** A dead letter of a consumer. */
    private record Dead(String consumer, long position, String eventId, String subject) {}

    /**
     * In each consumer that handles them, all events of these aggregates are parked, and the first of each is a dead letter.
     *
     * @param prefixes what the ids of the aggregates begin with
     */
    boolean isParked(Poison poison, Map<PoisonShape, String> prefixes) throws Exception {
        for (Map.Entry<PoisonShape, String> emitted : prefixes.entrySet()) {
            PoisonShape shape = emitted.getKey();
            String key = shape.aggregate() + "." + emitted.getValue() + "-%";
            for (ServiceSpec service : ServiceSpec.ALL) {
                long readers = shape.readers().stream()
                        .filter(consumer -> consumer.startsWith(service.name() + "-"))
                        .count();
                if (parked(service, key) != readers * poison.aggregates() * PoisonEvent.EACH
                        || dead(service, key).size() != readers * poison.aggregates()) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * Discards what is dead, once its copy is in the stream. Returns whether nothing is parked any more.
     *
     * @param prefix what the ids of the aggregates begin with
     */
    boolean isGoneOnceDiscarded(String prefix) throws Exception {
        long left = 0;
        for (ServiceSpec service : ServiceSpec.ALL) {
            String key = "%." + prefix + "-%";
            left += parked(service, key);
            discard(service, dead(service, key));
        }
        return left == 0;
    }

    private void discard(ServiceSpec service, List<Dead> letters) throws IOException {
        Map<String, ObjectNode> orders = new LinkedHashMap<>();
        letters.forEach(letter -> orders.computeIfAbsent(letter.consumer(), PoisonInTheShop::order)
                .withArray("positions")
                .add(letter.position()));
        if (!orders.isEmpty()) {
            try (Operator operator = new Operator(stage)) {
                for (ObjectNode order : orders.values()) {
                    operator.post(service, "/messaging/dead-letters/discard", order);
                }
            }
        }
    }

    private static ObjectNode order(String consumer) {
        return JSON.createObjectNode().put("consumer", consumer).put("reason", "made by a defective producer");
    }

    /** Those whose copies are in the stream. */
    private List<Dead> dead(ServiceSpec service, String key) throws Exception {
        List<Dead> letters = new ArrayList<>();
        try (Connection connection = stage.database().connect(service.name());
                PreparedStatement select = connection.prepareStatement("""
                    SELECT consumer, position, event_id, subject FROM messaging.parked_event
                    WHERE key LIKE ? AND state = 'DEAD' AND announced\
                    """)) {
            select.setString(1, key);
            ResultSet row = select.executeQuery();
            while (row.next()) {
                letters.add(new Dead(row.getString(1), row.getLong(2), row.getString(3), row.getString(4)));
            }
        }
        return letters.isEmpty() ? letters : copied(letters);
    }

    private List<Dead> copied(List<Dead> letters) throws Exception {
        try (io.nats.client.Connection nats = stage.broker().connect()) {
            List<Dead> copied = new ArrayList<>();
            for (Dead letter : letters) {
                if (isCopied(nats.jetStreamManagement(), letter)) {
                    copied.add(letter);
                }
            }
            return copied;
        }
    }

    private static boolean isCopied(JetStreamManagement management, Dead letter)
            throws IOException, JetStreamApiException {
        try {
            return letter.eventId()
                    .equals(management
                            .getLastMessage("DEAD_LETTERS", "dlq." + letter.consumer() + "." + letter.subject())
                            .getHeaders()
                            .getFirst("ce-id"));
        } catch (JetStreamApiException e) {
            if (e.getErrorCode() == NO_MESSAGE) {
                return false;
            }
            throw e;
        }
    }

    private long parked(ServiceSpec service, String key) throws SQLException {
        return number(service, "SELECT count(*) FROM messaging.parked_event WHERE key LIKE ?", key);
    }

    private long number(ServiceSpec service, String sql, String parameter) throws SQLException {
        try (Connection connection = stage.database().connect(service.name());
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, parameter);
            ResultSet row = select.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }
}

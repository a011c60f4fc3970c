package io.millrace.cli.prove.fault;

import io.millrace.cli.prove.fault.Recovery.Condition;
import io.millrace.cli.prove.stage.Instance;
import io.millrace.cli.prove.stage.ProofStage;
import io.millrace.cli.shop.ServiceSpec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What can be seen of the services from outside, in their databases. Where a database is away, it is asked again. */
record Vitals(ProofStage stage) {

    private static final String WAITING = "SELECT coalesce(max(id), 0) FROM messaging.outbox";
    private static final String DRAWN = """
            SELECT coalesce(pg_sequence_last_value(pg_get_serial_sequence('messaging.outbox', 'id')::regclass), 0)""";
    private static final String HANDLED = "SELECT coalesce(min(position), 0) FROM messaging.consumer";

    /** The instance that has a lease; any if nobody does. */
    Instance holder(ServiceSpec service, String lease) throws Exception {
        String owner = Waiting.forAnswer(() -> text(service, """
                SELECT coalesce(max(owner), '') FROM messaging.lease WHERE name = ?""", lease));
        return stage.instancesOf(service).stream()
                .filter(instance -> instance.name().equals(owner))
                .findFirst()
                .orElse(stage.instancesOf(service).getFirst());
    }

    Instance any(RandomGenerator random) {
        return stage.instances().get(random.nextInt(stage.instances().size()));
    }

    /** Every lease of the service is in the hands of another than this one. */
    Condition takenOverFrom(Instance loser) {
        return () -> text(loser.service(), """
                SELECT coalesce(bool_and(owner NOT IN ('', ?) AND expires_at > clock_timestamp()), false)
                FROM messaging.lease""", loser.name()).equals("t");
    }

    /** It serves REST. If it ended, it is started again. */
    Condition backAgain(Instance instance) {
        return () -> {
            instance.start();
            return stage.isReady(instance);
        };
    }

    Condition allReady() {
        return () -> stage.instances().stream().allMatch(stage::isReady);
    }

    /** Where the last event stands that the service knows to have sent. */
    long lastSent(ServiceSpec service) throws Exception {
        return Waiting.forAnswer(() -> number(service, "SELECT coalesce(max(sequence), 0) FROM messaging.sent"));
    }

    /** How many events wait in its outbox, or are not yet known to have been stored. */
    long waiting(ServiceSpec service) throws Exception {
        return Waiting.forAnswer(() -> number(service, "SELECT count(*) FROM messaging.outbox"));
    }

    /** Events leave and arrive: all that waits in any outbox at this moment has left it, and every consumer has moved on. */
    Condition flowing() throws Exception {
        Map<ServiceSpec, Long> waiting = marks(WAITING);
        Map<ServiceSpec, Long> handled = marks(HANDLED);
        return () -> {
            for (ServiceSpec service : ServiceSpec.ALL) {
                if (!hasLeft(service, waiting.get(service)) || !hasMoved(service, handled.get(service))) {
                    return false;
                }
            }
            return true;
        };
    }

    /** Whatever billing has open at this moment is settled, but for cards that keep everybody waiting. */
    Condition paying() throws Exception {
        String open = Waiting.forAnswer(() -> text(ServiceSpec.BILLING, """
                SELECT coalesce(string_agg(order_id, ','), '') FROM payment
                WHERE due_at IS NOT NULL AND coalesce(card_token, '') NOT IN ('tok_slow', 'tok_forget', 'tok_error')"""));
        return () -> text(ServiceSpec.BILLING, """
                SELECT count(*) FROM payment
                WHERE due_at IS NOT NULL AND order_id = ANY (string_to_array(?, ','))""", open).equals("0");
    }

    /** Changes are committed in every database, whatever becomes of their events. */
    Condition committing() throws Exception {
        Map<ServiceSpec, Long> drawn = marks(DRAWN);
        return () -> {
            for (ServiceSpec service : ServiceSpec.ALL) {
                if (number(service, DRAWN) <= drawn.get(service)) {
                    return false;
                }
            }
            return true;
        };
    }

    private boolean hasLeft(ServiceSpec service, long mark) throws SQLException {
        return number(service, "SELECT count(*) FROM messaging.outbox WHERE id <= " + mark) == 0;
    }

    private boolean hasMoved(ServiceSpec service, long mark) throws SQLException {
        return number(service, "SELECT count(*) FROM messaging.consumer") == 0 || number(service, HANDLED) > mark;
    }

    private Map<ServiceSpec, Long> marks(String sql) throws Exception {
        Map<ServiceSpec, Long> marks = new LinkedHashMap<>();
        for (ServiceSpec service : ServiceSpec.ALL) {
            marks.put(service, Waiting.forAnswer(() -> number(service, sql)));
        }
        return marks;
    }

    private long number(ServiceSpec service, String sql) throws SQLException {
        return Long.parseLong(text(service, sql));
    }

    private String text(ServiceSpec service, String sql, String... parameters) throws SQLException {
        try (Connection connection = stage.database().connect(service.name());
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int index = 0; index < parameters.length; index++) {
                select.setString(index + 1, parameters[index]);
            }
            ResultSet row = select.executeQuery();
            row.next();
            return row.getString(1);
        }
    }
}

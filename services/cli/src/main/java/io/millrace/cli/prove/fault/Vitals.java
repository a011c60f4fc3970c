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
import java.util.Optional;

/** What can be seen of the services from outside, in their databases. */
record Vitals(ProofStage stage) {

    /** Who has a lease at this moment, empty if nobody does. */
    Optional<String> owner(ServiceSpec service, String lease) throws SQLException {
        try (Connection connection = stage.database().connect(service.name());
                PreparedStatement select = connection.prepareStatement("""
                        SELECT owner
                        FROM messaging.lease
                        WHERE name = ? AND expires_at > clock_timestamp() AND owner <> ''""")) {
            select.setString(1, lease);
            ResultSet row = select.executeQuery();
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }

    /** The instance that has a lease; any if nobody does. */
    Instance holder(ServiceSpec service, String lease) throws SQLException {
        String owner = owner(service, lease).orElse("");
        return stage.instancesOf(service).stream()
                .filter(instance -> instance.name().equals(owner))
                .findFirst()
                .orElse(stage.instancesOf(service).getFirst());
    }

    /** Every lease of the service is in the hands of another than this one. */
    Condition takenOverFrom(Instance loser) {
        return () -> {
            try (Connection connection =
                            stage.database().connect(loser.service().name());
                    PreparedStatement select = connection.prepareStatement("""
                            SELECT bool_and(owner NOT IN ('', ?) AND expires_at > clock_timestamp())
                            FROM messaging.lease""")) {
                select.setString(1, loser.name());
                ResultSet row = select.executeQuery();
                return row.next() && row.getBoolean(1);
            }
        };
    }

    Condition ready(Instance instance) {
        return () -> stage.isReady(instance);
    }

    Condition allReady() {
        return () -> stage.instances().stream().allMatch(stage::isReady);
    }

    /** All that waits in any outbox at this moment has left it. */
    Condition published() throws SQLException {
        Map<ServiceSpec, Long> marks = new LinkedHashMap<>();
        for (ServiceSpec service : ServiceSpec.ALL) {
            marks.put(service, number(service, "SELECT coalesce(max(id), 0) FROM messaging.outbox"));
        }
        return () -> {
            for (Map.Entry<ServiceSpec, Long> mark : marks.entrySet()) {
                String waiting = "SELECT count(*) FROM messaging.outbox WHERE id <= " + mark.getValue();
                if (number(mark.getKey(), waiting) > 0) {
                    return false;
                }
            }
            return true;
        };
    }

    /** Every consumer has moved on from where it stands at this moment. */
    Condition consuming() throws SQLException {
        Map<ServiceSpec, Long> marks = new LinkedHashMap<>();
        String sum = "SELECT coalesce(min(position), 0) FROM messaging.consumer";
        for (ServiceSpec service : ServiceSpec.ALL) {
            marks.put(service, number(service, sum));
        }
        return () -> {
            for (Map.Entry<ServiceSpec, Long> mark : marks.entrySet()) {
                boolean consumes = number(mark.getKey(), "SELECT count(*) FROM messaging.consumer") > 0;
                if (consumes && number(mark.getKey(), sum) <= mark.getValue()) {
                    return false;
                }
            }
            return true;
        };
    }

    /** Both at once: events leave and arrive. */
    Condition flowing() throws SQLException {
        Condition published = published();
        Condition consuming = consuming();
        return () -> published.holds() && consuming.holds();
    }

    private long number(ServiceSpec service, String sql) throws SQLException {
        try (Connection connection = stage.database().connect(service.name());
                PreparedStatement select = connection.prepareStatement(sql)) {
            ResultSet row = select.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }
}

package io.millrace.cli.prove.fault;

import io.millrace.cli.prove.stage.ProofStage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Writes into a service's outbox what the service itself never would. */
record DefectiveProducer(ProofStage stage) {

    /**
     * Emits poison until a commit is confirmed, each time about other aggregates.
     *
     * @param prefix what the ids of all aggregates begin with
     * @return what the ids begin with that were certainly emitted
     */
    String emit(Poison poison, PoisonShape shape, String prefix) throws Exception {
        int[] attempts = {0};
        return Waiting.forAnswer(() -> {
            String attempt = prefix + "-" + ++attempts[0];
            insert(shape, PoisonEvent.all(poison, shape, attempt));
            return attempt;
        });
    }

    private void insert(PoisonShape shape, List<PoisonEvent> events) throws SQLException {
        try (Connection connection = stage.database().connect(shape.owner().name());
                PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO messaging.outbox (event_id, subject, headers, body) VALUES (?, ?, ?, ?)\
                    """)) {
            connection.setAutoCommit(false);
            for (PoisonEvent event : events) {
                insert.setString(1, event.eventId());
                insert.setString(2, event.subject());
                insert.setString(3, event.headers());
                insert.setBytes(4, event.body());
                insert.executeUpdate();
            }
            connection.commit();
        }
    }
}

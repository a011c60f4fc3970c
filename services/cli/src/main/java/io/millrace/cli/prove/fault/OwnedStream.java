package io.millrace.cli.prove.fault;

import io.millrace.cli.prove.stage.ProofStage;
import io.millrace.cli.shop.ServiceSpec;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.api.StreamState;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** A stream with the service that publishes to it. */
record OwnedStream(ProofStage stage, ServiceSpec owner) {

    private static final int NOT_FOUND = 404;

    /** A consumer of a stream. */
    record Reader(ServiceSpec service, String name) {}

    static OwnedStream any(ProofStage stage, RandomGenerator random) {
        return new OwnedStream(stage, ServiceSpec.ALL.get(random.nextInt(ServiceSpec.ALL.size())));
    }

    String name() {
        return owner.name().toUpperCase(Locale.ROOT);
    }

    /** Those who have ever read it. */
    List<Reader> readers() throws SQLException {
        Stream.Builder<Reader> readers = Stream.builder();
        for (ServiceSpec service : ServiceSpec.ALL) {
            try (java.sql.Connection connection = stage.database().connect(service.name());
                    PreparedStatement select = connection.prepareStatement("""
                        SELECT name FROM messaging.consumer WHERE stream = ? AND position > 0\
                        """)) {
                select.setString(1, name());
                ResultSet row = select.executeQuery();
                while (row.next()) {
                    readers.add(new Reader(service, row.getString(1)));
                }
            }
        }
        return readers.build().toList();
    }

    /** How many events of it a consumer has not handled yet. */
    long lag(Reader reader) throws SQLException, IOException, JetStreamApiException {
        try (Connection nats = stage.broker().connect();
                java.sql.Connection connection =
                        stage.database().connect(reader.service().name());
                PreparedStatement select =
                        connection.prepareStatement("SELECT position FROM messaging.consumer WHERE name = ?")) {
            select.setString(1, reader.name());
            ResultSet row = select.executeQuery();
            row.next();
            return nats.jetStreamManagement()
                            .getStreamInfo(name())
                            .getStreamState()
                            .getLastSequence()
                    - row.getLong(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    void purge() throws Exception {
        try (Connection nats = stage.broker().connect()) {
            nats.jetStreamManagement().purgeStream(name());
        }
    }

    /** Returns also if it is not there. */
    void delete() throws Exception {
        try (Connection nats = stage.broker().connect()) {
            nats.jetStreamManagement().deleteStream(name());
        } catch (JetStreamApiException e) {
            if (e.getErrorCode() != NOT_FOUND) {
                throw e;
            }
        }
    }

    /** The ids of a few events by the sequences at which they are known to have been stored, the last one among them. */
    Map<Long, String> landmarks() throws SQLException {
        try (java.sql.Connection connection = stage.database().connect(owner.name());
                PreparedStatement select = connection.prepareStatement("""
                    SELECT sequence, event_id FROM messaging.sent,
                        (SELECT max(sequence) AS last FROM messaging.sent) AS archive
                    WHERE sequence IN (1, last / 3, last / 2, last)\
                    """)) {
            ResultSet row = select.executeQuery();
            Map<Long, String> landmarks = new LinkedHashMap<>();
            while (row.next()) {
                landmarks.put(row.getLong(1), row.getString(2));
            }
            return landmarks;
        }
    }

    /** It holds every event from the first to the last, and these where they were. */
    boolean isWhole(Map<Long, String> landmarks) throws Exception {
        try (Connection nats = stage.broker().connect()) {
            JetStreamManagement management = nats.jetStreamManagement();
            StreamState state = management.getStreamInfo(name()).getStreamState();
            if (state.getFirstSequence() != 1 || state.getMsgCount() != state.getLastSequence()) {
                return false;
            }
            Map<Long, String> found = new HashMap<>();
            for (long sequence : landmarks.keySet()) {
                found.put(
                        sequence,
                        management.getMessage(name(), sequence).getHeaders().getFirst("ce-id"));
            }
            if (!found.equals(landmarks)) {
                throw new IOException("%s holds %s where %s were".formatted(name(), found, landmarks));
            }
            return true;
        }
    }
}

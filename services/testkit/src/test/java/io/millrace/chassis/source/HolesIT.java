package io.millrace.chassis.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.testkit.nats.NatsClient;
import io.millrace.testkit.nats.NatsServer;
import io.nats.client.Connection;
import io.nats.client.JetStreamManagement;
import io.nats.client.PurgeOptions;
import io.nats.client.api.StreamConfiguration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a consumer may pass over when sequence 6 comes behind sequence 2. */
class HolesIT {

    private static NatsServer server;
    private static Connection connection;

    private JetStreamManagement management;
    private JetStreamPushSource source;

    @BeforeAll
    static void startServer() throws Exception {
        server = NatsServer.temporary();
        connection = NatsClient.connect(server.url());
    }

    @AfterAll
    static void stopServer() throws Exception {
        connection.close();
        server.close();
    }

    @BeforeEach
    void fill() throws Exception {
        management = connection.jetStreamManagement();
        if (management.getStreamNames().contains("MILL")) {
            management.deleteStream("MILL");
        }
        make(6);
        source = new JetStreamPushSource("MILL", () -> Optional.of(connection));
    }

    @Test
    void whatWasDeletedOneByOneIsNothing() throws Exception {
        for (long sequence = 3; sequence <= 5; sequence++) {
            management.deleteMessage("MILL", sequence);
        }

        assertThat(source.isNothingBetween(2, 6)).isTrue();
    }

    @Test
    void whatIsStillThereIsMissed() {
        assertThat(source.isNothingBetween(2, 6)).isFalse();
    }

    @Test
    void whatWasPurgedIsMissed() throws Exception {
        management.purgeStream("MILL", PurgeOptions.builder().sequence(6).build());

        assertThat(source.isNothingBetween(2, 6)).isFalse();
    }

    @Test
    void whatWasPurgedIsMissedThoughTheStreamWasMadeAnewSince() throws Exception {
        management.purgeStream("MILL");
        management.deleteStream("MILL");

        make(0);
        assertThat(source.isNothingBetween(2, 6)).isFalse();

        publish(6);
        assertThat(source.isNothingBetween(2, 6)).isFalse();
    }

    private void make(int messages) throws Exception {
        management.addStream(StreamConfiguration.builder()
                .name("MILL")
                .subjects("evt.mill.>")
                .build());
        publish(messages);
    }

    private static void publish(int messages) throws Exception {
        for (int i = 0; i < messages; i++) {
            connection.jetStream().publish("evt.mill.wheel.w-1.turned", new byte[0]);
        }
    }
}

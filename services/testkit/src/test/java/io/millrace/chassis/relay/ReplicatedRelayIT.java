package io.millrace.chassis.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.chassis.ChassisFixture;
import io.millrace.testkit.nats.NatsClient;
import io.millrace.testkit.nats.NatsCluster;
import io.millrace.testkit.nats.NatsServer;
import io.millrace.testkit.process.Ports;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.api.StreamConfiguration;
import io.nats.client.impl.NatsMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three servers, each with a replica of the stream. */
class ReplicatedRelayIT {

    private static final int SERVERS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private NatsCluster cluster;
    private ChassisFixture fixture;

    @BeforeEach
    void start() {
        cluster = NatsCluster.start(
                folder.resolve("nats"),
                folder.resolve("logs"),
                Stream.generate(() -> new NatsCluster.Ports(Ports.free(), Ports.free()))
                        .limit(SERVERS)
                        .toList());
        fixture = new ChassisFixture(Map.of(
                "millrace.relay.look-every",
                "100ms",
                "nats.default.addresses",
                cluster.servers().stream().map(NatsServer::url).collect(Collectors.joining(","))));
    }

    @AfterEach
    void stop() {
        fixture.close();
        cluster.close();
    }

    @Test
    void whatIsRefusedHaltsNoReplica() throws Exception {
        changed((management, stream) -> management.addStream(stream), SERVERS);
        fixture.emit(RelayGuarantees.happened("a", 1));
        fixture.drain();
        somebodyElsePublishes();
        fixture.emit(RelayGuarantees.happened("a", 2));
        fixture.drain();

        assertThat(fixture.bean(Relay.class).state().mode()).isEqualTo("atomic");
        try (Connection connection = NatsClient.connect(first().url())) {
            assertThat(connection
                            .jetStreamManagement()
                            .getStreamInfo(fixture.stream())
                            .getStreamState()
                            .getMsgCount())
                    .isEqualTo(3);
        }
    }

    @Test
    void aStreamThatGetsReplicasIsNotPublishedToByLinksAnyMore() {
        Relay relay = fixture.bean(Relay.class);
        changed((management, stream) -> management.addStream(stream), 1);
        fixture.emit(RelayGuarantees.happened("a", 1));
        fixture.drain();
        assertThat(relay.state().mode()).isEqualTo("linked");

        changed((management, stream) -> management.updateStream(stream), SERVERS);

        Awaitility.await().atMost(PATIENCE).until(() -> {
            relay.runOnce();
            return relay.state().mode().equals("atomic");
        });
    }

    private interface ToTheStream {
        void by(JetStreamManagement management, StreamConfiguration stream) throws IOException, JetStreamApiException;
    }

    /** As soon as the cluster is one. */
    private void changed(ToTheStream change, int replicas) {
        StreamConfiguration stream = StreamConfiguration.builder()
                .name(fixture.stream())
                .subjects("evt." + fixture.service() + ".>")
                .allowAtomicPublish(true)
                .replicas(replicas)
                .build();
        Awaitility.await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            try (Connection connection = NatsClient.connect(first().url())) {
                change.by(connection.jetStreamManagement(), stream);
                return true;
            }
        });
    }

    /** The relay's next message finds another end of the stream than the one it knows. */
    private void somebodyElsePublishes() throws Exception {
        try (Connection connection = NatsClient.connect(first().url())) {
            connection
                    .jetStream()
                    .publish(NatsMessage.builder()
                            .subject("evt." + fixture.service() + ".thing.x.happened")
                            .build());
        }
    }

    private NatsServer first() {
        return cluster.servers().getFirst();
    }
}

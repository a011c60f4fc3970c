package io.millrace.testkit.nats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.testkit.process.PortInUseException;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.api.StreamConfiguration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NatsServerIT {

    @TempDir
    Path folder;

    @Test
    void keepsWhatWasAcknowledgedWhenItIsKilledAndStartedAgain() throws Exception {
        try (NatsServer server = persistent(0)) {
            publish(server);
            server.kill();
            server.start();
            assertThat(messagesIn(server)).isOne();
        }
    }

    @Test
    void keepsItsStoreForTheNextRun() throws Exception {
        try (NatsServer server = persistent(0)) {
            publish(server);
            server.stop();
            server.stop();
        }
        try (NatsServer server = persistent(0)) {
            assertThat(messagesIn(server)).isOne();
        }
    }

    @Test
    void replacesAServerThatAnEarlierRunLeftOver() throws Exception {
        NatsServer leftOver = persistent(0);
        publish(leftOver);
        int port = Integer.parseInt(leftOver.url().replaceFirst(".*:", ""));
        try (NatsServer server = persistent(port)) {
            assertThat(server.url()).isEqualTo(leftOver.url());
            assertThat(messagesIn(server)).isOne();
        }
    }

    @Test
    void throwsATemporaryStoreAway() throws Exception {
        Workspace workspace = Workspace.temporary();
        try (NatsServer server = NatsInstallation.find().serve(workspace)) {
            server.start();
            publish(server);
            assertThat(workspace.store()).isNotEmptyDirectory();
        }
        assertThat(workspace.store()).doesNotExist();
    }

    @Test
    void saysWhichPortIsInUse() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> persistent(taken.getLocalPort()))
                    .isInstanceOf(PortInUseException.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + " is in use");
        }
    }

    @Test
    void namesTheLogOfAServerThatDoesNotStart() throws IOException {
        Path program = Files.writeString(folder.resolve("nats-server"), "#!/bin/sh\nexit 1\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        Workspace workspace =
                Workspace.persistent(folder.resolve("store"), 0, folder.resolve("nats.log"), Durability.PROCESS);
        try (NatsServer server = new ServerProcess(program, workspace)) {
            assertThatThrownBy(server::start)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("nats.log");
        }
    }

    private NatsServer persistent(int port) {
        return NatsServer.persistent(folder.resolve("store"), port, folder.resolve("log/nats.log"));
    }

    private static void publish(NatsServer server) throws Exception {
        try (Connection connection = NatsClient.connect(server.url())) {
            connection
                    .jetStreamManagement()
                    .addStream(StreamConfiguration.builder()
                            .name("FACTS")
                            .subjects("facts")
                            .build());
            connection.jetStream().publish("facts", new byte[] {1});
        }
    }

    private static long messagesIn(NatsServer server) throws IOException, InterruptedException, JetStreamApiException {
        try (Connection connection = NatsClient.connect(server.url())) {
            return connection
                    .jetStreamManagement()
                    .getStreamInfo("FACTS")
                    .getStreamState()
                    .getMsgCount();
        }
    }
}

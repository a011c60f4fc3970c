package io.millrace.proof.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.TarImage;
import io.millrace.cli.rest.RestClient;
import io.millrace.cli.shop.PortPlan;
import io.millrace.cli.shop.Shop;
import io.millrace.cli.shop.StateFolder;
import io.millrace.proof.CommandRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** An image of a service, made without a Docker daemon and run without one. */
@EnabledOnOs(OS.LINUX)
class ImagesIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** A JVM that cannot use its cache ends at once. */
    private static final List<String> NOT_WITHOUT_CACHE = List.of("-XX:AOTMode=on");

    @TempDir
    Path folder;

    @Test
    void startsItsServiceWithAJavaOfItsOwnAndWhatItsJvmLearned() throws Exception {
        CommandRun made = CommandRun.of(
                "images",
                "--only",
                "customers",
                "--to",
                folder.toString(),
                "--base",
                "tar://" + nothing(),
                "--tag",
                "7");
        assertThat(made.exitCode()).as(made.text()).isZero();
        assertThat(made.text())
                .contains("customers.tar  sha256:")
                .containsSubsequence(
                        "Base: ", "Java: ", "Learning: the services start", "Learning: the shop buys", "Image: ");
        UnpackedImage image = UnpackedImage.of(folder.resolve("customers.tar"), folder);

        assertThat(image.config().at("/config/User").asText()).isEqualTo("10001:10001");
        assertThat(image.config().at("/config/ExposedPorts").has("8080/tcp")).isTrue();
        assertThat(image.config()
                        .at("/config/Labels/org.opencontainers.image.version")
                        .asText())
                .isEqualTo("7");
        assertThat(image.files())
                .allMatch(file -> rights(file).contains(PosixFilePermission.OTHERS_READ), "can be read by any user");
        startedFrom(image);
    }

    /** One that applies streams is a job: nobody asks it for anything. */
    @Test
    void theCommandLineOpensNoPort() throws Exception {
        CommandRun made = CommandRun.of(
                "images",
                "--only",
                "cli",
                "--to",
                folder.toString(),
                "--base",
                "tar://" + nothing(),
                "--platform",
                "linux/amd64");
        assertThat(made.exitCode()).as(made.text()).isZero();

        assertThat(UnpackedImage.of(folder.resolve("cli.tar"), folder).config().at("/config/ExposedPorts"))
                .isEmpty();
    }

    @Test
    void aRegistryWithoutTlsIsToldWhatItNeeds() throws Exception {
        try (ServerSocket registry = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answerInTheClear(registry));
            CommandRun made = CommandRun.of(
                    "images",
                    "--only",
                    "cli",
                    "--push",
                    "127.0.0.1:" + registry.getLocalPort(),
                    "--base",
                    "tar://" + nothing(),
                    "--platform",
                    "linux/amd64");

            assertThat(made.exitCode()).isNotZero();
            assertThat(made.text()).contains("/millrace/cli:", "cannot be written", "needs --insecure");
        }
    }

    /** As servers without TLS do when they are greeted with it. */
    private static void answerInTheClear(ServerSocket registry) {
        while (!registry.isClosed()) {
            try (Socket caller = registry.accept()) {
                caller.getInputStream().read(new byte[16_384]);
                caller.getOutputStream()
                        .write("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
            } catch (IOException closed) {
                // The next one, if there is any.
            }
        }
    }

    private void startedFrom(UnpackedImage image) throws IOException {
        PortPlan ports = PortPlan.free();
        Path log = folder.resolve("customers.log");
        try (Shop servers = Shop.in(new StateFolder(folder.resolve("shop")), ports);
                RestClient client = new RestClient(Duration.ofSeconds(5))) {
            servers.startServers();
            servers.postgres().createDatabase("customers");
            ProcessBuilder builder = new ProcessBuilder(image.command(NOT_WITHOUT_CACHE))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().remove("JDK_JAVA_OPTIONS");
            builder.environment()
                    .putAll(Map.of(
                            "MICRONAUT_SERVER_PORT", Integer.toString(ports.of("customers")),
                            "DATASOURCES_DEFAULT_URL", servers.postgres().jdbcUrl("customers"),
                            "DATASOURCES_DEFAULT_USERNAME", servers.postgres().username(),
                            "DATASOURCES_DEFAULT_PASSWORD", servers.postgres().password(),
                            "NATS_DEFAULT_ADDRESSES", servers.nats().url()));
            Process service = builder.start();
            try {
                URI info = URI.create("http://127.0.0.1:%d/info".formatted(ports.of("customers")));
                await().atMost(PATIENCE)
                        .ignoreExceptionsMatching(IOException.class::isInstance)
                        .until(() -> {
                            assertThat(service.isAlive())
                                    .as(Files.readString(log))
                                    .isTrue();
                            return client.get(info).succeeded();
                        });
                assertThat(client.get(info).body().path("service").asText()).isEqualTo("customers");
            } finally {
                service.destroyForcibly();
            }
        }
    }

    /** Even a C library can come from the machine that runs the test. */
    private Path nothing() throws Exception {
        Path base = folder.resolve("nothing.tar");
        Jib.fromScratch().containerize(Containerizer.to(TarImage.at(base).named("nothing")));
        return base;
    }

    private static Set<PosixFilePermission> rights(Path file) {
        try {
            return Files.getPosixFilePermissions(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.millrace.billing;

import io.millrace.testkit.MillraceServers;
import io.millrace.testkit.process.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** The service as a process of its own. */
record Instance(Process process) implements AutoCloseable {

    static Instance start(String name, String database, URI provider) {
        int port = Ports.free();
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Billing.class.getName()))
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", name + ".log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "MICRONAUT_SERVER_PORT", Integer.toString(port),
                        "MILLRACE_INSTANCE", name,
                        "MILLRACE_BILLING_PROVIDER_URL", provider.toString(),
                        "MILLRACE_BILLING_PROVIDER_ANSWER_TIMEOUT", "3s",
                        "DATASOURCES_DEFAULT_URL", MillraceServers.postgres().jdbcUrl(database),
                        "DATASOURCES_DEFAULT_USERNAME",
                                MillraceServers.postgres().username(),
                        "DATASOURCES_DEFAULT_PASSWORD",
                                MillraceServers.postgres().password(),
                        "NATS_DEFAULT_ADDRESSES", MillraceServers.nats().url()));
        try {
            Instance instance = new Instance(builder.start());
            instance.awaitReady(URI.create("http://127.0.0.1:" + port + "/health/readiness"));
            return instance;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady(URI health) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(health).build();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .failFast("the process ended", () -> !process.isAlive())
                    .until(() -> client.send(request, BodyHandlers.ofString()).statusCode() == 200);
        }
    }

    /** As a crash would end it. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}

package io.millrace.cli.prove.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.millrace.cli.rest.RestClient;
import io.millrace.cli.shop.Home;
import io.millrace.cli.shop.ServiceProcess;
import io.millrace.cli.shop.ServiceSpec;
import io.millrace.testkit.provider.SandboxProvider;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The sandbox payment provider as a process of its own, which remembers all it has decided when it is killed. */
public final class PaymentProvider implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final int LISTING_MILLIS = 60_000;

    private final ServiceProcess process;
    private final RestClient rest = new RestClient(ANSWER);

    PaymentProvider(Home home, Path place, int port) {
        process = new ServiceProcess(
                ServiceSpec.PROVIDER,
                URI.create("http://127.0.0.1:" + port),
                place.resolve("logs").resolve("provider.log"),
                home.jvm(ServiceSpec.PROVIDER.module()),
                Map.of(),
                List.of(
                        "sandbox-provider",
                        "--port",
                        Integer.toString(port),
                        "--data",
                        place.resolve("payment-provider.jsonl").toString()));
    }

    public URI url() {
        return process.url();
    }

    /** Returns when it answers. */
    public void start() throws InterruptedException {
        process.start();
        process.awaitReady();
    }

    /** SIGKILL. */
    public void kill() {
        process.kill();
    }

    /** @param how as {@code POST /sandbox/down} takes it: {@code 503}, {@code hang}, {@code refuse} */
    public void turnOff(String how) throws IOException {
        rest.post(url().resolve("/sandbox/down?how=" + how), MissingNode.getInstance());
    }

    public void turnOn() throws IOException {
        rest.post(url().resolve("/sandbox/up"), MissingNode.getInstance());
    }

    /** All that it has taken. */
    public JsonNode charges() throws IOException {
        return list("/v1/charges");
    }

    /** All that it has given back. */
    public JsonNode refunds() throws IOException {
        return list("/v1/refunds");
    }

    private JsonNode list(String path) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) url().resolve(path).toURL().openConnection();
        connection.setReadTimeout(LISTING_MILLIS);
        connection.setRequestProperty("Authorization", "Bearer " + SandboxProvider.API_KEY);
        try (InputStream in = connection.getInputStream()) {
            return JSON.readTree(in).path("data");
        }
    }

    @Override
    public void close() {
        try (rest) {
            process.stop();
        }
    }
}

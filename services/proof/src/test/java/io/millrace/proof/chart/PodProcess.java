package io.millrace.proof.chart;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.cli.rest.RestClient;
import io.millrace.cli.shop.Home;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A rendered pod as a process of this machine: its command and its environment. What only a cluster has is replaced: the image
 * by the build, secrets and addresses by those of the servers here.
 */
final class PodProcess implements AutoCloseable {

    private final JsonNode pod;
    private final JsonNode container;
    private final URI url;
    private final ProcessBuilder builder;
    private Process process;

    /** @param here variables that have other values on this machine */
    PodProcess(JsonNode pod, Home home, int port, Path log, Map<String, String> here) {
        this.pod = pod;
        this.container = pod.at("/containers/0");
        this.url = URI.create("http://127.0.0.1:" + port);
        this.builder =
                new ProcessBuilder(command(home)).redirectErrorStream(true).redirectOutput(log.toFile());
        Map<String, String> local = new HashMap<>(here);
        local.put("MICRONAUT_SERVER_PORT", Integer.toString(port));
        local.put("MILLRACE_INSTANCE", "shop-" + nameOf(pod) + "-0");
        container.path("env").forEach(variable -> {
            String name = variable.path("name").asText();
            builder.environment()
                    .put(name, local.getOrDefault(name, variable.path("value").asText()));
        });
    }

    /** A variable that the values may bring and these do not. */
    PodProcess with(String variable, String value) {
        builder.environment().put(variable, value);
        return this;
    }

    static String nameOf(JsonNode pod) {
        return Stream.of(pod.at("/containers/0/env"))
                .flatMap(JsonNode::valueStream)
                .filter(variable -> variable.path("name").asText().equals("MICRONAUT_APPLICATION_NAME"))
                .map(variable -> variable.path("value").asText())
                .findFirst()
                .orElseThrow();
    }

    private List<String> command(Home home) {
        List<String> words = new ArrayList<>();
        container.path("command").forEach(word -> words.add(word.asText()));
        words.set(
                0,
                Path.of(System.getProperty("java.home"), "bin", words.getFirst())
                        .toString());
        words.set(words.indexOf("-cp") + 1, home.classPath(nameOf(pod)));
        return words;
    }

    URI url() {
        return url;
    }

    void start() throws IOException {
        process = builder.start();
    }

    /** Whether this probe of the pod succeeds. */
    boolean is(String probe, RestClient client) {
        if (!process.isAlive()) {
            throw new AssertionError(nameOf(pod) + " ended with " + process.exitValue());
        }
        try {
            return client.get(url.resolve(
                            container.path(probe).at("/httpGet/path").asText()))
                    .succeeded();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** As Kubernetes does it; whether it ended before it would be killed. */
    boolean stop() throws InterruptedException {
        long within = pod.path("terminationGracePeriodSeconds").asLong();
        long waits = container.at("/lifecycle/preStop/sleep/seconds").asLong();
        process.destroy();
        return process.waitFor(within - waits, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
        }
    }
}

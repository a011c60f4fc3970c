package io.millrace.proof.chart;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.cli.shop.Home;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The rendered job that declares streams as a process of this machine: its words, with the build and the server of here. */
record JobProcess(JsonNode pod, Home home) {

    private static final int SECONDS = 60;

    /**
     * Runs it to its end and returns how it ended.
     *
     * @param nats the address of the server
     * @param log what it says
     */
    int run(String nats, Path log) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command(nats))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the job has not ended within %d s".formatted(SECONDS));
        }
        return process.exitValue();
    }

    private List<String> command(String nats) {
        List<String> words = new ArrayList<>();
        pod.at("/containers/0/command").forEach(word -> words.add(word.asText()));
        pod.at("/containers/0/args").forEach(word -> words.add(word.asText()));
        words.set(
                0,
                Path.of(System.getProperty("java.home"), "bin", words.getFirst())
                        .toString());
        words.set(words.indexOf("-cp") + 1, home.classPath("cli"));
        words.set(words.indexOf("--server") + 1, nats);
        return words;
    }
}

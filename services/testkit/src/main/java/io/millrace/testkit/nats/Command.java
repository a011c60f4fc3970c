package io.millrace.testkit.nats;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A command that runs to its end. */
record Command(List<String> words, Path folder, Map<String, String> environment) {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    static Command of(String... words) {
        return new Command(List.of(words), Path.of("."), Map.of());
    }

    Command in(Path place) {
        return new Command(words, place, environment);
    }

    Command with(String name, String value) {
        return new Command(words, folder, Map.of(name, value));
    }

    /**
     * Runs it.
     *
     * @return what it said
     * @throws IOException if it cannot be run, fails, or takes more than ten minutes
     */
    String run() throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            CompletableFuture<String> output = CompletableFuture.supplyAsync(() -> everything(process));
            if (!process.waitFor(PATIENCE)) {
                throw new IOException("%s took more than %d minutes".formatted(words, PATIENCE.toMinutes()));
            }
            if (process.exitValue() != 0) {
                throw new IOException(
                        "%s failed: %s".formatted(words, output.join().strip()));
            }
            return output.join().strip();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted during " + words, e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static String everything(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }
}

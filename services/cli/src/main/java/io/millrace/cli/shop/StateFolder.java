package io.millrace.cli.shop;

import io.millrace.cli.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Where a shop keeps all it has: databases, streams, logs, and who runs it. */
public record StateFolder(Path path) {

    /** The option that names the folder. */
    public static final class Choice {

        @Option(
                names = "--state",
                paramLabel = "DIR",
                description = "The shop's state folder (.millrace in the project's folder).")
        private Path given;

        public StateFolder folder() {
            return new StateFolder(
                    given == null
                            ? Home.find().folder().resolve(".millrace")
                            : given.toAbsolutePath().normalize());
        }
    }

    public Path logs() {
        return path.resolve("logs");
    }

    public Path log(String part) {
        return logs().resolve(part + ".log");
    }

    /** The folder inside this one where a demonstration keeps its own shop. */
    public StateFolder demo() {
        return new StateFolder(path.resolve("demo"));
    }

    Path runFile() {
        return path.resolve("run.json");
    }

    Path lockFile() {
        return path.resolve("millrace.lock");
    }

    Path postgresData() {
        return path.resolve("postgres");
    }

    Path providerData() {
        return path.resolve("payment-provider.jsonl");
    }

    Path natsStore() {
        return path.resolve("nats");
    }

    /** Whether it is one, or could become one: a folder with other things in it is not to be emptied. */
    public boolean isShops() {
        return !Files.exists(path) || Files.exists(lockFile());
    }

    /** Deletes everything in it but the lock, which whoever empties it holds. */
    void empty() {
        if (!Files.isDirectory(path)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(path)) {
            List<Path> children = tree.filter(file -> !file.equals(path) && !file.equals(lockFile()))
                    .sorted(Comparator.reverseOrder())
                    .toList();
            for (Path file : children) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new CommandFailure(path + " cannot be emptied: " + failure.getMessage() + ".", failure);
        }
    }
}

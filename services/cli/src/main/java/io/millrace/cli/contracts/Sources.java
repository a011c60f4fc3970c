package io.millrace.cli.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.asyncapi.reads.BuiltFiles;
import io.millrace.asyncapi.reads.Reads;
import io.millrace.asyncapi.reads.ReadsJson;
import io.millrace.cli.shop.Home;
import io.millrace.contracts.registry.ContractException;
import io.millrace.contracts.registry.ContractRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Where contracts are, and what builds have found out about those who read them. */
final class Sources {

    private static final String CONTRACTS = "src/main/resources/contracts";

    @Option(
            names = "--contracts",
            paramLabel = "DIR",
            description = "A folder of contracts; may be given several times. By default those of this project.")
    private List<Path> contracts;

    @Option(
            names = "--readers",
            paramLabel = "PATH",
            description = "A service's jar, a folder of jars or classes, or a reads.json; may be given several times."
                    + " By default the services of this project.")
    private List<Path> readers;

    ContractRegistry registry() {
        try {
            return ContractRegistry.of(folders().stream()
                    .map(Sources::existing)
                    .flatMap(folder -> ContractRegistry.fromFolder(folder).contracts())
                    .toList());
        } catch (ContractException e) {
            throw new BadInput(e.getMessage(), e);
        }
    }

    List<Reads> reads() {
        return built(ReadsJson.RESOURCE, ReadsJson::read);
    }

    /** A resource that services have in their jars. */
    <T> List<T> built(String resource, Function<JsonNode, T> reading) {
        List<Path> places = readers == null ? builtServices() : readers;
        places.forEach(Sources::existing);
        List<T> found = BuiltFiles.find(places, resource, reading);
        if (found.isEmpty()) {
            throw new BadInput(
                    readers == null
                            ? "No service is built: run ./mvnw package -DskipTests."
                            : "There is no " + resource + " in " + readers + ".");
        }
        return found;
    }

    private List<Path> folders() {
        return contracts == null
                ? Stream.concat(Stream.of(Home.find().folder().resolve("contracts")), builtModules())
                        .map(module -> module.resolve(CONTRACTS))
                        .filter(Files::isDirectory)
                        .toList()
                : contracts;
    }

    private static List<Path> builtServices() {
        return builtModules().map(Sources::classes).toList();
    }

    /** What has no consumers and emits nothing is no service: the command line for example. */
    private static Stream<Path> builtModules() {
        try (Stream<Path> modules = Files.list(Home.find().folder().resolve("services"))) {
            return modules
                    .filter(module -> Files.isRegularFile(classes(module).resolve(ReadsJson.RESOURCE)))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path classes(Path module) {
        return module.resolve("target/classes");
    }

    private static Path existing(Path path) {
        if (!Files.exists(path)) {
            throw new BadInput("There is no " + path + ".");
        }
        return path;
    }
}

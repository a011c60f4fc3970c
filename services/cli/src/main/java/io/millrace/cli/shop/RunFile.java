package io.millrace.cli.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.cli.CommandFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who runs a shop and where, as {@code run.json} in its state folder tells other processes.
 *
 * @param runner the process that started it all
 * @param services as far as they have been started
 */
public record RunFile(ProcessId runner, String nats, String database, List<Service> services) {

    private static final JsonMapper JSON = new JsonMapper();

    /** A service's process. */
    public record Service(String name, URI url, ProcessId process) {}

    public RunFile {
        services = List.copyOf(services);
    }

    /** What the file in that folder says, empty if there is none. */
    public static Optional<RunFile> read(StateFolder state) {
        try {
            return Files.isRegularFile(state.runFile())
                    ? Optional.of(of(JSON.readTree(state.runFile().toFile())))
                    : Optional.empty();
        } catch (IOException failure) {
            throw new CommandFailure(state.runFile() + " cannot be read: " + failure.getMessage() + ".", failure);
        }
    }

    /** Readers see the old file or the new one, never a part. */
    void write(StateFolder state) {
        Path unfinished = state.runFile().resolveSibling("run.json.new");
        try {
            JSON.writerWithDefaultPrettyPrinter().writeValue(unfinished.toFile(), json());
            Files.move(
                    unfinished, state.runFile(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new CommandFailure(state.runFile() + " cannot be written: " + failure.getMessage() + ".", failure);
        }
    }

    static void delete(StateFolder state) {
        try {
            Files.deleteIfExists(state.runFile());
        } catch (IOException failure) {
            throw new CommandFailure(state.runFile() + " cannot be deleted: " + failure.getMessage() + ".", failure);
        }
    }

    private ObjectNode json() {
        ObjectNode json = JSON.createObjectNode();
        json.set("runner", json(runner));
        json.put("nats", nats).put("database", database);
        ArrayNode list = json.putArray("services");
        for (Service service : services) {
            list.addObject()
                    .put("name", service.name())
                    .put("url", service.url().toString())
                    .set("process", json(service.process()));
        }
        return json;
    }

    private static ObjectNode json(ProcessId process) {
        return JSON.createObjectNode()
                .put("pid", process.pid())
                .put("started", process.started().toString());
    }

    private static RunFile of(JsonNode json) {
        return new RunFile(
                process(json.path("runner")),
                json.path("nats").asText(),
                json.path("database").asText(),
                json.path("services")
                        .valueStream()
                        .map(service -> new Service(
                                service.path("name").asText(),
                                URI.create(service.path("url").asText()),
                                process(service.path("process"))))
                        .toList());
    }

    private static ProcessId process(JsonNode json) {
        return new ProcessId(
                json.path("pid").asLong(), Instant.parse(json.path("started").asText("1970-01-01T00:00:00Z")));
    }
}

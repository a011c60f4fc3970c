package io.millrace.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.millrace.cli.shop.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nats-config declares is what the services' own code reads. */
class DeclaredConsumersIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Path HOME = Home.find().folder();
    private static final Path CONFIG = HOME.resolve("nats-config/src/main/resources/nats-config");

    @Test
    void eachConsumerOfTheShopHasAFileAndNoFileIsLeftOver() throws IOException {
        List<String> read = new ArrayList<>();
        for (String service : services()) {
            consumers(service)
                    .forEach(consumer -> read.add(consumer.path("stream").asText() + "/"
                            + consumer.path("durable").asText() + ".json"));
        }
        try (Stream<Path> files = Files.walk(CONFIG.resolve("consumers"), 2)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file ->
                                    CONFIG.resolve("consumers").relativize(file).toString())
                            .filter(file -> !file.equals("consumer-template.json")))
                    .containsExactlyInAnyOrderElementsOf(read);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"customers", "orders", "delivery", "inventory", "billing"})
    void aServiceMayUseItsOwnConsumersAndNoOther(String service) throws IOException {
        String permissions = Files.readString(CONFIG.resolve("accounts/" + service + ".conf"));
        List<String> own = new ArrayList<>();
        for (JsonNode consumer : consumers(service)) {
            String durable = consumer.path("durable").asText();
            String place = consumer.path("stream").asText() + "." + durable;
            own.add(durable);
            assertThat(permissions)
                    .contains("\"$JS.API.CONSUMER.CREATE." + place + "\"")
                    .contains("\"$JS.API.CONSUMER.DELETE." + place + "\"")
                    .contains("\"$JS.ACK." + place + ".>\"")
                    .contains("\"deliver." + durable + ".*\"");
        }
        assertThat(permissions.lines().filter(line -> line.contains(".CONSUMER.DELETE.")))
                .allMatch(line -> own.stream().anyMatch(durable -> line.endsWith("." + durable + "\"")));
        assertThat(permissions.lines().filter(line -> line.contains("\"evt.")).map(String::strip))
                .containsExactly("\"evt." + service + ".>\"");
    }

    /** By the lines that the template tells whoever adds a service. */
    @ParameterizedTest
    @ValueSource(strings = {"customers", "orders", "delivery", "inventory", "billing"})
    void aConsumerIsClosedToTheOwnerOfItsStreamAndToReaders(String service) throws IOException {
        List<String> lines = Files.readString(CONFIG.resolve("accounts/service-template.conf"))
                .lines()
                .filter(line -> line.startsWith("#   \"$JS."))
                .map(line -> line.substring(1).strip())
                .toList();
        assertThat(lines).hasSize(8);
        for (JsonNode consumer : consumers(service)) {
            String owner = consumer.path("stream").asText().toLowerCase(Locale.ROOT);
            for (String line : lines) {
                String user = line.contains("${FROM}") ? owner : "reader";
                if (!user.equals(service)) {
                    assertThat(denied(user))
                            .contains(line.replace(
                                            "${FROM}", consumer.path("stream").asText())
                                    .replace(
                                            "${consumer}",
                                            consumer.path("durable").asText()));
                }
            }
        }
    }

    private static String denied(String user) throws IOException {
        String permissions = Files.readString(CONFIG.resolve("accounts/" + user + ".conf"));
        int deny = permissions.indexOf("deny: [");
        return permissions.substring(deny, permissions.indexOf(']', deny));
    }

    private static Iterable<JsonNode> consumers(String service) throws IOException {
        Path reads = HOME.resolve("services/" + service + "/target/classes/META-INF/millrace/reads.json");
        return JSON.readTree(reads.toFile()).path("consumers");
    }

    private static List<String> services() throws IOException {
        try (Stream<Path> folders = Files.list(HOME.resolve("services"))) {
            return folders.filter(folder ->
                            Files.isRegularFile(folder.resolve("target/classes/META-INF/millrace/reads.json")))
                    .map(folder -> folder.getFileName().toString())
                    .toList();
        }
    }
}

package io.millrace.testkit.nats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.millrace.testkit.MillraceServers;
import io.nats.client.Connection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NatsConfigIT {

    private static final JsonMapper JSON = JsonMapper.createDefault();
    private static final Argument<Map<String, Object>> OBJECT = Argument.mapOf(String.class, Object.class);

    @TempDir
    Path folder;

    @BeforeEach
    void startWithoutStreams() {
        MillraceServers.deleteStreams();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CUSTOMERS", "ORDERS", "DELIVERY"})
    @SuppressWarnings("unchecked")
    void theServerTakesEachStreamAsItIsWritten(String stream) throws Exception {
        String file = StreamFilesTest.read("streams/" + stream + ".json");
        Map<String, Object> written = JSON.readValue(file, OBJECT);
        written.remove("metadata");
        try (Connection connection = NatsClient.connect(MillraceServers.nats().url())) {
            Map<String, Object> made = request(connection, "STREAM.CREATE." + stream, file);
            Map<String, Object> config = (Map<String, Object>) made.get("config");
            written.keySet().removeIf(field -> isNewerThanTheServer(field, config));
            assertThat(config).containsAllEntriesOf(written);
        }
    }

    private static boolean isNewerThanTheServer(String field, Map<String, Object> config) {
        return Set.of("compression", "allow_atomic").contains(field) && !config.containsKey(field);
    }

    @ParameterizedTest
    @CsvSource({"ORDERS,delivery-orders", "CUSTOMERS,orders-customers"})
    @SuppressWarnings("unchecked")
    void theServerTakesEachConsumerAsItIsWritten(String stream, String consumer) throws Exception {
        String file = StreamFilesTest.read("consumers/" + stream + "/" + consumer + ".json");
        Map<String, Object> written = JSON.readValue(file, OBJECT);
        try (Connection connection = NatsClient.connect(MillraceServers.nats().url())) {
            request(connection, "STREAM.CREATE." + stream, StreamFilesTest.read("streams/" + stream + ".json"));
            Map<String, Object> made = request(
                    connection,
                    "CONSUMER.CREATE." + stream + "." + consumer,
                    "{\"stream_name\": \"%s\", \"config\": %s}".formatted(stream, file));
            assertThat((Map<String, Object>) made.get("config")).containsAllEntriesOf(written);
        }
    }

    private static Map<String, Object> request(Connection connection, String what, String json) throws Exception {
        byte[] answer = connection
                .request("$JS.API." + what, json.getBytes(StandardCharsets.UTF_8), Duration.ofSeconds(10))
                .getData();
        Map<String, Object> made = JSON.readValue(answer, OBJECT);
        assertThat(made).doesNotContainKey("error");
        return made;
    }

    @ParameterizedTest
    @ValueSource(strings = {"production", "cluster"})
    void theServerUnderstandsTheSettingsForProduction(String file) throws Exception {
        assumeTrue(NatsInstallation.find() instanceof NatsInstallation.Program, "Docker has the server, not we");
        String program =
                ((NatsInstallation.Program) NatsInstallation.find()).file().toString();
        assumeTrue(!Command.of(program, "--version").run().contains("v2.9."), "Production asks for a newer server");
        Path settings =
                Files.writeString(folder.resolve("nats.conf"), StreamFilesTest.read("server/" + file + ".conf"));
        assertThatCode(() ->
                        Command.of(program, "-c", settings.toString(), "-t").run())
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"production", "cluster"})
    void productionSyncsBeforeItAcknowledges(String file) throws Exception {
        assertThat(StreamFilesTest.read("server/" + file + ".conf")).contains("\n  sync_interval: always\n");
    }
}

package io.millrace.testkit.nats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.millrace.testkit.MillraceServers;
import io.nats.client.Connection;
import io.nats.client.Nats;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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
        try (Connection connection = Nats.connect(MillraceServers.nats().url())) {
            byte[] answer = connection
                    .request(
                            "$JS.API.STREAM.CREATE." + stream,
                            file.getBytes(StandardCharsets.UTF_8),
                            Duration.ofSeconds(10))
                    .getData();
            Map<String, Object> made = JSON.readValue(answer, OBJECT);
            assertThat(made).doesNotContainKey("error");
            assertThat((Map<String, Object>) made.get("config")).containsAllEntriesOf(written);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"development.conf", "production.conf"})
    void theServerUnderstandsItsSettings(String name) throws Exception {
        Path settings = Files.writeString(folder.resolve(name), StreamFilesTest.read("server/" + name));
        switch (NatsInstallation.find()) {
            case NatsInstallation.Program(Path program) ->
                assertThatCode(() -> Command.of(program.toString(), "-c", settings.toString(), "-t")
                                .run())
                        .doesNotThrowAnyException();
            case NatsInstallation.Image image -> assumeTrue(false, "There is no program here, only " + image);
        }
    }

    @Test
    void productionSyncsBeforeItAcknowledges() throws Exception {
        assertThat(StreamFilesTest.read("server/production.conf")).contains("\n  sync_interval: always\n");
    }
}

package io.millrace.cli.streams.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.cli.CommandRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LintTest {

    private static final String STREAM = "streams/ORDERS.json";
    private static final String CONSUMER = "consumers/ORDERS/delivery-orders.json";

    @TempDir
    Path folder;

    @Test
    void findsNothingInOurOwnFiles() {
        CommandRun lint = CommandRun.of("streams", "lint");

        assertThat(lint.exitCode()).as(lint.out() + lint.err()).isZero();
        assertThat(lint.out()).contains("nothing found");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        has a deliver_group and flow_control     | "deliver_group": "g", "flow_control": true, "idle_heartbeat": 1000000000, "deliver_subject": "d"
        has a deliver_group and idle_heartbeat   | "deliver_group": "g", "idle_heartbeat": 1000000000
        has flow_control without idle_heartbeat  | "flow_control": true, "deliver_subject": "d"
        has flow_control without deliver_subject | "flow_control": true, "idle_heartbeat": 1000000000
        but backoff begins with 1000000000       | "ack_wait": 2000000000, "backoff": [1000000000, 2000000000]
        is 1, less than the 2 steps of backoff   | "max_deliver": 1, "backoff": [1000000000, 2000000000]
        backoff is "1s": write nanoseconds       | "backoff": ["1s"]
        ack_wait is "2m": write nanoseconds      | "ack_wait": "2m"
        ack_wait is 1.5: write nanoseconds       | "ack_wait": 1.5
        ack_wait is 120, which are nanoseconds   | "ack_wait": 120
        takes evt.billing.>, of which ORDERS has | "filter_subject": "evt.billing.>"
        the server refuses the two               | "name": "other"
        max_deliverys is no field of a consumer  | "max_deliverys": 1
        """)
    void seesWhatIsWrongWithAConsumer(String sentence, String fields) {
        assertThat(Lint.of(Map.of(STREAM, stream("ORDERS", "evt.orders.>"), CONSUMER, consumer(fields))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.file()).isEqualTo(CONSUMER);
                    assertThat(finding.sentence()).contains(sentence);
                });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        looks for ORDERS here                       | streams/ORDERS.json   | {"name": "ORDER", "subjects": ["evt.other.>"]}
        has no subjects                             | streams/ORDERS.json   | {"name": "ORDERS"}
        max_age is "90d": write nanoseconds         | streams/ORDERS.json   | {"name": "ORDERS", "subjects": ["a"], "max_age": "90d"}
        duplicate_window is 120, which are          | streams/ORDERS.json   | {"name": "ORDERS", "subjects": ["a"], "duplicate_window": 120}
        is not JSON                                 | streams/ORDERS.json   | {"name": "ORDERS"
        max_aeg is no field of a stream             | streams/ORDERS.json   | {"name": "ORDERS", "subjects": ["a"], "max_aeg": 1}
        its subjects a.> and a.*.c overlap          | streams/ORDERS.json   | {"name": "ORDERS", "subjects": ["a.>", "b", "a.*.c"]}
        overlaps with evt.billing.> of              | streams/ORDERS.json   | {"name": "ORDERS", "subjects": ["evt.*.payment.>"]}
        reads ORDERS, which nobody declares         | consumers/ORDERS/a.json | {"durable_name": "a"}
        looks for a here                            | consumers/BILLING/a.json | {"durable_name": "b"}
        stands in no folder of a stream             | consumers/a.json      | {"durable_name": "a"}
        """)
    void seesWhatIsWrongBetweenFiles(String sentence, String file, String text) {
        Map<String, String> files = new TreeMap<>();
        files.put("streams/BILLING.json", stream("BILLING", "evt.billing.>"));
        files.put(file, text);

        assertThat(Lint.of(files)).singleElement().satisfies(finding -> {
            assertThat(finding.file()).isEqualTo(file);
            assertThat(finding.sentence()).contains(sentence);
        });
    }

    @Test
    void whatIsRightIsNotFound() {
        String fields = """
            "ack_wait": 1000000000, "max_deliver": 2, "backoff": [1000000000, 2000000000], "flow_control": true,
            "idle_heartbeat": 2000000000, "deliver_subject": "deliver.here", "filter_subject": "evt.*.order.>"
            """;

        assertThat(Lint.of(Map.of(STREAM, stream("ORDERS", "evt.orders.>"), CONSUMER, consumer(fields))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"mirror\": {\"name\": \"ORDERS\"}", "\"sources\": [{\"name\": \"ORDERS\"}]"})
    void aStreamThatCopiesAnotherNeedsNoSubjects(String from) {
        assertThat(Lint.of(Map.of("streams/COPY.json", "{\"name\": \"COPY\", %s}".formatted(from))))
                .isEmpty();
    }

    @Test
    void namesTheFileAndFails() throws Exception {
        Path streams = Files.createDirectories(folder.resolve("streams"));
        Files.writeString(streams.resolve("A.json"), stream("B", "evt.a.>"));

        CommandRun lint = CommandRun.of("streams", "lint", folder.toString());

        assertThat(lint.exitCode()).isEqualTo(1);
        assertThat(lint.out()).contains("streams/A.json: declares the stream 'B'");
    }

    @Test
    void whatIsAddedToOursMustFitToThem() throws Exception {
        Path streams = Files.createDirectories(folder.resolve("streams"));
        Files.writeString(streams.resolve("COURIER.json"), stream("COURIER", "evt.*.parcel.>"));
        Path consumers = Files.createDirectories(folder.resolve("consumers/ORDERS"));
        Files.writeString(consumers.resolve("courier-orders.json"), "{\"durable_name\": \"courier-orders\"}");

        CommandRun beside = CommandRun.of("streams", "lint", "--also", folder.toString());
        assertThat(beside.exitCode()).isEqualTo(1);
        assertThat(beside.out())
                .contains("streams/COURIER.json: its subject evt.*.parcel.> overlaps with evt.billing.> of")
                .doesNotContain("courier-orders");

        Files.writeString(streams.resolve("COURIER.json"), stream("COURIER", "evt.courier.>"));
        assertThat(CommandRun.of("streams", "lint", "--also", folder.toString()).exitCode())
                .isZero();
    }

    @Test
    void saysThatThereIsNothingToLookAt() {
        CommandRun lint = CommandRun.of("streams", "lint", folder.toString());

        assertThat(lint.exitCode()).isEqualTo(2);
        assertThat(lint.err()).contains("it has no folder 'streams'");
    }

    private static String stream(String name, String subject) {
        return "{\"name\": \"%s\", \"subjects\": [\"%s\"]}".formatted(name, subject);
    }

    private static String consumer(String fields) {
        return "{\"durable_name\": \"delivery-orders\", %s}".formatted(fields);
    }
}

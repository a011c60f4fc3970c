package io.millrace.cli.streams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.millrace.cli.CommandRun;
import io.millrace.testkit.nats.NatsClient;
import io.millrace.testkit.nats.NatsServer;
import io.nats.client.Connection;
import io.nats.client.JetStreamManagement;
import io.nats.client.api.StreamConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command against a real server. */
class StreamsIT {

    private static NatsServer server;
    private static Connection connection;
    private static JetStreamManagement management;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws Exception {
        server = NatsServer.temporary();
        connection = NatsClient.connect(server.url());
        management = connection.jetStreamManagement();
    }

    @AfterAll
    static void stop() throws Exception {
        connection.close();
        server.close();
    }

    @BeforeEach
    void startWithoutStreams() throws Exception {
        for (String stream : management.getStreamNames()) {
            management.deleteStream(stream);
        }
    }

    @Test
    void makesWhatIsMissingAndThenNothingDiffers() {
        CommandRun plan = streams("plan");
        assertThat(plan.exitCode()).as(plan.err()).isZero();
        assertThat(plan.out()).containsPattern("ORDERS +missing +safe: creates it");
        assertThat(streams("drift").exitCode()).isEqualTo(1);

        CommandRun apply = streams("apply");

        assertThat(apply.exitCode()).as(apply.out() + apply.err()).isZero();
        assertThat(apply.out()).contains("ORDERS: created.", "DEAD_LETTERS: created.", "All is as declared.");
        assertThat(streams("drift").exitCode()).isZero();
        assertThat(streams("drift").out()).contains("All 6 streams are as declared.");
        assertThat(streams("apply").out()).doesNotContain("created", "changed");
    }

    @Test
    void whatSomebodyDidByHandIsSeenAndMended() throws Exception {
        streams("apply");
        change("ORDERS", stream -> stream.maxAge(Duration.ofHours(1)).description("mine"));

        CommandRun drift = streams("drift");
        assertThat(drift.exitCode()).isEqualTo(1);
        assertThat(drift.out())
                .containsPattern("ORDERS +max_age +1h +unlimited +safe")
                .containsPattern(
                        "ORDERS +description +mine +Every event of the service orders, from the first on +safe")
                .contains("5 of 6 streams are as declared.");

        CommandRun apply = streams("apply");
        assertThat(apply.exitCode()).as(apply.out() + apply.err()).isZero();
        assertThat(apply.out()).contains("ORDERS: changed description, max_age.");
        assertThat(streams("drift").exitCode()).isZero();
    }

    @Test
    void whatWouldLoseSomethingWaitsForAWord() throws Exception {
        streams("apply");
        String declarations = declared("ORDERS", "\"max_msgs_per_subject\": -1", "\"max_msgs_per_subject\": 1");

        CommandRun refused = streams("apply", "--declarations", declarations);
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.out())
                .containsPattern(
                        "ORDERS +max_msgs_per_subject +unlimited +1 +loses: what is beyond it is deleted at once")
                .contains("Asks for --allow-loss ORDERS.max_msgs_per_subject");
        assertThat(messagesPerSubject()).isEqualTo(-1);

        CommandRun allowed = streams("apply", "--declarations", declarations, "--allow-loss", "ORDERS");
        assertThat(allowed.exitCode()).as(allowed.out() + allowed.err()).isZero();
        assertThat(messagesPerSubject()).isEqualTo(1);
    }

    @Test
    void aWordForOneFieldAllowsNoOther() throws Exception {
        streams("apply");
        change("ORDERS", stream -> stream.maximumMessageSize(-1));
        String declarations = declared("ORDERS", "\"max_msgs_per_subject\": -1", "\"max_msgs_per_subject\": 1");

        CommandRun apply =
                streams("apply", "--declarations", declarations, "--allow-loss", "ORDERS.max_msgs_per_subject");

        assertThat(apply.exitCode()).as(apply.out() + apply.err()).isEqualTo(1);
        assertThat(apply.out())
                .containsPattern(
                        "(?s)max_msgs_per_subject +unlimited +1 +loses, as allowed: .*ORDERS: changed max_msgs_per")
                .containsPattern(
                        "ORDERS +max_msg_size +unlimited +1 MiB +loses: .* Asks for --allow-loss ORDERS.max_msg_size");
        assertThat(messagesPerSubject()).isEqualTo(1);
    }

    @Test
    void whatIsSafeIsDoneBesideWhatIsNot() throws Exception {
        streams("apply");
        change("ORDERS", stream -> stream.description("mine"));

        CommandRun apply =
                streams("apply", "--declarations", declared("ORDERS", "\"max_age\": 0", "\"max_age\": 1000000000"));

        assertThat(apply.exitCode()).isEqualTo(1);
        assertThat(apply.out()).contains("ORDERS: changed description.").contains("loses");
    }

    @Test
    void whatTheServerCannotChangeIsSaidAndLeft() {
        streams("apply");

        CommandRun apply = streams(
                "apply",
                "--declarations",
                declared("ORDERS", "\"storage\": \"file\"", "\"storage\": \"memory\""),
                "--allow-loss",
                "ORDERS");

        assertThat(apply.exitCode()).isEqualTo(1);
        assertThat(apply.out())
                .containsPattern("ORDERS +storage +file +memory +impossible: the server does not change");
    }

    @Test
    void aServiceWithoutAFileOfItsOwnIsComparedWithTheTemplateAndOtherStreamsAreLeftAlone() throws Exception {
        streams("apply");
        addCourier();
        management.addStream(
                StreamConfiguration.builder().name("FOREIGN").subjects("else").build());

        CommandRun drift = streams("drift");

        assertThat(drift.exitCode()).isEqualTo(1);
        assertThat(drift.out())
                .containsPattern("COURIER +discard +old +new +safe")
                .contains("COURIER: no file, compared with the template.", "Nobody declares FOREIGN: left alone.");
    }

    /** It may be meant to be as it is: then nothing keeps a release from being brought up to date. */
    @Test
    void aServiceWithoutAFileOfItsOwnIsLeftAloneUnlessTheTemplateIsAskedFor() throws Exception {
        streams("apply");
        addCourier();

        CommandRun apply = streams("apply");
        assertThat(apply.exitCode()).as(apply.out() + apply.err()).isZero();
        assertThat(courier().getMaxAge()).isEqualTo(Duration.ofDays(7));
        assertThat(streams("drift").exitCode()).isEqualTo(1);

        assertThat(streams("apply", "--by-template").exitCode()).isZero();
        assertThat(courier().getMaxAge()).isZero();
        assertThat(streams("drift").exitCode()).isZero();
    }

    /** As Kubernetes mounts a ConfigMap: links into a folder of its own. */
    @Test
    void aFileOfOnesOwnGoesBesideOurs() throws Exception {
        String own = Declarations.shipped()
                .files()
                .get("streams/ORDERS.json")
                .replace("ORDERS", "COURIER")
                .replace("evt.orders.>", "evt.courier.>")
                .replace("\"max_age\": 0", "\"max_age\": 604800000000000");
        write(folder.resolve("streams/..data_1/COURIER.json"), own);
        Files.createSymbolicLink(folder.resolve("streams/COURIER.json"), Path.of("..data_1/COURIER.json"));

        CommandRun apply = streams("apply", "--also", folder.toString());

        assertThat(apply.exitCode()).as(apply.out() + apply.err()).isZero();
        assertThat(apply.out()).containsOnlyOnce("COURIER: created.").contains("ORDERS: created.");
        assertThat(courier().getMaxAge()).isEqualTo(Duration.ofDays(7));
        assertThat(streams("drift", "--also", folder.toString()).out()).contains("All 7 streams are as declared.");
    }

    @Test
    void withoutATemplateTheStreamsOfServicesAreNobodys() throws Exception {
        addCourier();
        write(
                folder.resolve("streams/ORDERS.json"),
                Declarations.shipped().files().get("streams/ORDERS.json"));

        assertThat(streams("plan", "--declarations", folder.toString()).out())
                .contains("Nobody declares COURIER: left alone.");
    }

    @Test
    void programsReadTheSame() throws Exception {
        streams("apply");
        change("BILLING", stream -> stream.maxMessages(7));

        JsonNode plan = new JsonMapper().readTree(streams("plan", "--json").out());

        assertThat(plan.path("asDeclared").asBoolean(true)).isFalse();
        JsonNode billing = plan.path("streams")
                .valueStream()
                .filter(stream -> stream.path("stream").asText().equals("BILLING"))
                .findFirst()
                .orElseThrow();
        assertThat(billing.path("state").asText()).isEqualTo("different");
        assertThat(billing.path("changes").toString())
                .isEqualTo("[{\"field\":\"max_msgs\",\"from\":7,\"to\":-1,\"verdict\":\"safe\",\"why\":\"\"}]");
    }

    @Test
    void saysWhichOptionIsWrong() {
        streams("apply");

        CommandRun apply = streams("apply", "--allow-loss", "ORDER");
        assertThat(apply.exitCode()).isEqualTo(2);
        assertThat(apply.err()).contains("--allow-loss names ORDER, but declared are BILLING, CUSTOMERS");

        CommandRun plan = streams("plan", "--context", "nobody-has-this");
        assertThat(plan.exitCode()).isEqualTo(2);
        assertThat(plan.err())
                .startsWith("There is no context nobody-has-this: ")
                .hasLineCount(1);

        CommandRun drift = streams("drift", "--declarations", folder.toString());
        assertThat(drift.exitCode()).isEqualTo(2);
        assertThat(drift.err()).contains("it has no folder 'streams'");
    }

    @Test
    void aWordForAFieldThatDoesNotExistChangesNothing() throws Exception {
        streams("apply");
        change("ORDERS", stream -> stream.description("mine"));

        CommandRun apply = streams("apply", "--allow-loss", "ORDERS.max_ages");

        assertThat(apply.exitCode()).isEqualTo(2);
        assertThat(apply.err())
                .startsWith("--allow-loss names ORDERS.max_ages, but a stream has no such field.")
                .hasLineCount(1);
        assertThat(apply.out()).isEmpty();
        assertThat(management.getStreamInfo("ORDERS").getConfiguration().getDescription())
                .isEqualTo("mine");
        assertThat(streams("apply", "--allow-loss", "ORDERS.max_age").exitCode())
                .isZero();
    }

    @Test
    void programsReadWhatWasDoneAndWhatWasLost() throws Exception {
        streams("apply");
        management.deleteStream("BILLING");
        String declarations = declared("ORDERS", "\"max_msgs_per_subject\": -1", "\"max_msgs_per_subject\": 1");

        CommandRun apply = streams("apply", "--declarations", declarations, "--allow-loss", "ORDERS", "--json");

        assertThat(apply.exitCode()).as(apply.err()).isZero();
        JsonNode json = new JsonMapper().readTree(apply.out());
        assertThat(json.path("asDeclared").asBoolean()).isTrue();
        assertThat(json.path("done")).hasSize(2);
        assertThat(json.path("done").path(0)).hasToString("{\"stream\":\"BILLING\",\"deed\":\"created\"}");
        assertThat(json.at("/done/1/stream").asText()).isEqualTo("ORDERS");
        assertThat(json.at("/done/1/deed").asText()).isEqualTo("changed");
        assertThat(json.at("/done/1/changes").toString())
                .startsWith("[{\"field\":\"max_msgs_per_subject\",\"from\":-1,\"to\":1,\"verdict\":\"loses\",")
                .contains("deleted at once");
    }

    @Test
    void saysThatNobodyAnswers() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        CommandRun drift = CommandRun.of("streams", "drift", "--server", "nats://127.0.0.1:" + port);

        assertThat(drift.exitCode()).isEqualTo(2);
        assertThat(drift.err())
                .startsWith("No NATS server can be reached at nats://127.0.0.1:%d: ".formatted(port))
                .hasLineCount(1);
    }

    @Test
    void saysWhoMayNot() {
        try (NatsServer guarded = NatsServer.temporary("""

            accounts {
              SHOP { jetstream: enabled, users: [{ user: idle, password: secret, permissions: { publish: "nothing" } }] }
              OTHER { users: [{ user: other, password: secret }] }
            }
            """)) {
            assertThat(drift(guarded, "other", "secret").err())
                    .startsWith("JetStream at %s does not serve this account: ".formatted(guarded.url()));
            assertThat(drift(guarded, "other", "wrong").err())
                    .startsWith("The NATS server at %s does not let this user in.".formatted(guarded.url()));
            assertThat(drift(guarded, "idle", "secret").err())
                    .startsWith("This user has no right to ask %s what streams there are: ".formatted(guarded.url()))
                    .contains("$JS.API.STREAM.NAMES");
        }
    }

    private static CommandRun drift(NatsServer server, String user, String password) {
        CommandRun drift =
                CommandRun.of("streams", "drift", "--server", server.url(), "--user", user, "--password", password);
        assertThat(drift.exitCode()).as(drift.err()).isEqualTo(2);
        assertThat(drift.err()).hasLineCount(1);
        return drift;
    }

    private CommandRun streams(String command, String... more) {
        List<String> arguments = new ArrayList<>(List.of("streams", command, "--server", server.url()));
        arguments.addAll(Arrays.asList(more));
        return CommandRun.of(arguments.toArray(String[]::new));
    }

    @FunctionalInterface
    private interface ByHand {
        StreamConfiguration.Builder change(StreamConfiguration.Builder stream);
    }

    private static void change(String stream, ByHand hand) throws Exception {
        StreamConfiguration now = management.getStreamInfo(stream).getConfiguration();
        management.updateStream(hand.change(StreamConfiguration.builder(now)).build());
    }

    private static void addCourier() throws Exception {
        management.addStream(StreamConfiguration.builder()
                .name("COURIER")
                .subjects("evt.courier.>")
                .maximumMessageSize(1 << 20)
                .maxAge(Duration.ofDays(7))
                .build());
    }

    private static StreamConfiguration courier() throws Exception {
        return management.getStreamInfo("COURIER").getConfiguration();
    }

    private static long messagesPerSubject() throws Exception {
        return management.getStreamInfo("ORDERS").getConfiguration().getMaxMsgsPerSubject();
    }

    /** Our own files in a folder, one of them changed. */
    private String declared(String stream, String before, String after) {
        for (Map.Entry<String, String> file : Declarations.shipped().files().entrySet()) {
            boolean meant = file.getKey().equals("streams/" + stream + ".json");
            write(folder.resolve(file.getKey()), meant ? file.getValue().replace(before, after) : file.getValue());
        }
        return folder.toString();
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

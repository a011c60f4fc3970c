package io.millrace.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.millrace.cli.rest.RestClient;
import io.millrace.cli.shop.Home;
import io.millrace.cli.shop.Shop;
import io.millrace.testkit.nats.NatsClient;
import io.millrace.testkit.nats.NatsTool;
import io.nats.client.Connection;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Types what docs/inspect.md says into a shell, against a shop with orders in it. */
final class Inspection {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Shop shop;
    private final RestClient rest;
    private final Path folder;
    private final AtomicInteger dispatched = new AtomicInteger(42);

    private Inspection(Shop shop, RestClient rest, Path folder) {
        this.shop = shop;
        this.rest = rest;
        this.folder = folder;
    }

    /** @param folder an empty one, for backups */
    static void of(Shop shop, RestClient rest, NatsTool tool, Path folder) throws Exception {
        Files.createDirectories(folder.resolve("bin"));
        Files.createSymbolicLink(folder.resolve("bin/nats"), tool.program());
        Files.createSymbolicLink(
                folder.resolve("nats-config"), Home.find().folder().resolve("nats-config"));
        new Inspection(shop, rest, folder).everything();
    }

    private void everything() throws Exception {
        CommandRun applied =
                CommandRun.of("streams", "apply", "--server", shop.nats().url());
        assertThat(applied.exitCode()).as(applied.text()).isZero();
        bury("42");
        for (String command : InspectPage.commands()) {
            if (command.startsWith("nats stream rm")) {
                shop.service("orders").stop();
            }
            if (command.startsWith("./millrace ")) {
                ours(command);
            } else if (InspectPage.isEndless(command)) {
                follow(command);
            } else {
                run(command);
            }
        }
        assertThat(messages()).as("messages after the restore").isEqualTo(inTheBackup());
        assertThat(said(InspectPage.ofNothing())).doesNotContain("ce-type");
    }

    /** What the tool says of it. Events come until the backup is made: parcels were sent. */
    private long inTheBackup() throws IOException {
        return new JsonMapper()
                .readTree(folder.resolve("backup/ORDERS/backup.json").toFile())
                .required("state")
                .required("messages")
                .asLong();
    }

    private void ours(String command) {
        String words =
                command.replace("./millrace ", "") + " --server " + shop.nats().url();
        CommandRun run = CommandRun.of(words.split(" ", -1));
        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(run.text()).as(command).contains(InspectPage.answer(command));
    }

    private void run(String command) throws IOException, InterruptedException {
        String text = said(command);
        assertThat(InspectPage.answer(command))
                .as(() -> InspectPage.missing(command, text))
                .allMatch(text::contains);
    }

    private String said(String command) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        Process process = start(command, output);
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("%s ends by itself", command)
                .isTrue();
        String text = Files.readString(output);
        assertThat(process.exitValue()).as("%s%n%s", command, text).isZero();
        return text;
    }

    /** Something happens again and again, for nobody knows when the tool begins to listen. */
    private void follow(String command) throws IOException {
        Path output = folder.resolve("output.txt");
        Process process = start(command, output);
        try {
            await(command)
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(300))
                    .until(() -> holds(command, output) || happens(command));
        } finally {
            process.destroy();
        }
    }

    private static boolean holds(String command, Path output) throws IOException {
        String text = Files.readString(output);
        return InspectPage.answer(command).stream().allMatch(text::contains);
    }

    /** Order 42 is dispatched, delivered and returned; others are dispatched. */
    private boolean happens(String command) throws IOException {
        String shipment = command.contains(".42.") ? "42" : Integer.toString(dispatched.incrementAndGet());
        URI delivery = shop.urls().delivery();
        for (String deed : new String[] {"dispatch", "delivery", "return"}) {
            if (rest.post(
                            delivery.resolve("/shipments/" + shipment + "/" + deed),
                            JsonNodeFactory.instance.objectNode())
                    .succeeded()) {
                break;
            }
        }
        return false;
    }

    private Process start(String command, Path output) throws IOException {
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", "exec " + command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        shell.environment().put("NATS_URL", shop.nats().url());
        shell.environment().put("HOME", folder.toString());
        shell.environment().put("XDG_CONFIG_HOME", folder.toString());
        shell.environment().merge("PATH", folder.resolve("bin").toString(), (old, own) -> own + ":" + old);
        Process process = shell.start();
        process.getOutputStream().close();
        return process;
    }

    /** A copy of a dead letter, as services make them. */
    private void bury(String order) throws Exception {
        try (Connection connection = NatsClient.connect(shop.nats().url())) {
            connection
                    .jetStream()
                    .publish(NatsMessage.builder()
                            .subject("dlq.delivery-orders.evt.orders.order." + order + ".placed")
                            .headers(new Headers().put("millrace-reason", "it broke"))
                            .data("{}".getBytes(StandardCharsets.UTF_8))
                            .build());
        }
    }

    private long messages() throws Exception {
        try (Connection connection = NatsClient.connect(shop.nats().url())) {
            return connection
                    .jetStreamManagement()
                    .getStreamInfo("ORDERS")
                    .getStreamState()
                    .getMsgCount();
        }
    }
}

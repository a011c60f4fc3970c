package io.millrace.proof.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.cli.rest.RestClient;
import io.millrace.cli.shop.Home;
import io.millrace.cli.shop.PortPlan;
import io.millrace.proof.Purchase;
import io.millrace.testkit.nats.NatsClient;
import io.millrace.testkit.nats.NatsServer;
import io.millrace.testkit.postgres.PostgresServer;
import io.millrace.testkit.provider.SandboxProvider;
import io.millrace.testkit.provider.SandboxSettings;
import io.nats.client.Connection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shop as the chart would start it, without a cluster. */
class ChartIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private final Home home = Home.find();
    private final PortPlan ports = PortPlan.free();

    @Test
    void isStartedTestedAndStoppedInOrder() throws Exception {
        RenderedChart chart = RenderedChart.read(home, "values-development.yaml");
        Map<String, PodProcess> pods = new TreeMap<>();
        try (PostgresServer postgres = PostgresServer.temporary();
                NatsServer nats = NatsServer.temporary(
                        RenderedChart.read(home, "values-single-node.yaml").natsSettings());
                SandboxProvider provider = SandboxProvider.start(SandboxSettings.inMemory());
                RestClient client = new RestClient(Duration.ofSeconds(5))) {
            try {
                declareStreams(chart, nats);
                for (JsonNode pod : chart.pods()) {
                    pods.put(PodProcess.nameOf(pod), process(pod, postgres, nats, provider));
                }
                for (PodProcess pod : pods.values()) {
                    pod.start();
                }
                for (String probe : new String[] {"startupProbe", "readinessProbe", "livenessProbe"}) {
                    await().atMost(PATIENCE).until(() -> pods.values().stream().allMatch(pod -> pod.is(probe, client)));
                }
                assertThat(tested(chart, pods)).contains("orders has heard it").endsWith("All is well.\n");
                new Purchase(client, name -> pods.get(name).url()).isMade(PATIENCE);
                assertThat(provider.charges(Purchase.ORDER)).isEqualTo(1);

                for (Map.Entry<String, PodProcess> pod : pods.entrySet()) {
                    assertThat(pod.getValue().stop()).as(pod.getKey()).isTrue();
                    assertThat(leases(postgres, pod.getKey())).isPositive();
                    assertThat(heldLeases(postgres, pod.getKey())).isZero();
                }
            } finally {
                pods.values().forEach(PodProcess::close);
            }
        }
    }

    /** What the hook does before the services are there. */
    private void declareStreams(RenderedChart chart, NatsServer nats) throws Exception {
        Path said = folder.resolve("streams-apply.log");

        int exitCode = new JobProcess(chart.job(), home).run(nats.url(), said);

        assertThat(exitCode).as(Files.readString(said)).isZero();
        try (Connection connection = NatsClient.connect(nats.url())) {
            assertThat(connection.jetStreamManagement().getStreamNames())
                    .containsExactlyInAnyOrderElementsOf(
                            List.of("BILLING", "CUSTOMERS", "DEAD_LETTERS", "DELIVERY", "INVENTORY", "ORDERS"));
        }
    }

    private PodProcess process(JsonNode pod, PostgresServer postgres, NatsServer nats, SandboxProvider provider) {
        String name = PodProcess.nameOf(pod);
        postgres.createDatabase(name);
        return new PodProcess(
                        pod,
                        home,
                        ports.of(name),
                        folder.resolve(name + ".log"),
                        Map.of(
                                "DATASOURCES_DEFAULT_URL", postgres.jdbcUrl(name),
                                "DATASOURCES_DEFAULT_USERNAME", postgres.username(),
                                "DATASOURCES_DEFAULT_PASSWORD", postgres.password(),
                                "NATS_DEFAULT_ADDRESSES", nats.url()))
                .with("MILLRACE_BILLING_PROVIDER_URL", provider.url().toString());
    }

    /** What {@code helm test} says. */
    private String tested(RenderedChart chart, Map<String, PodProcess> pods) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", chart.testScript()).redirectErrorStream(true);
        builder.environment().put("PLACE_ORDER", "true");
        builder.environment().put("WITHIN", Long.toString(PATIENCE.toSeconds()));
        builder.environment()
                .put(
                        "SERVICES",
                        pods.entrySet().stream()
                                .map(pod -> pod.getKey() + "=" + pod.getValue().url())
                                .collect(Collectors.joining(" ")));
        Process script = builder.start();
        String said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(script.waitFor()).as(said).isZero();
        return said;
    }

    private static long leases(PostgresServer postgres, String service) throws SQLException {
        return count(postgres, service, "SELECT count(*) FROM messaging.lease");
    }

    private static long heldLeases(PostgresServer postgres, String service) throws SQLException {
        return count(postgres, service, "SELECT count(*) FROM messaging.lease WHERE owner <> ''");
    }

    private static long count(PostgresServer postgres, String service, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        postgres.jdbcUrl(service), postgres.username(), postgres.password());
                var statement = connection.prepareStatement(sql)) {
            ResultSet row = statement.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }
}

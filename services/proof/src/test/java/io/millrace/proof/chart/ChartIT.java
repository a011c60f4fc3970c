package io.millrace.proof.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.cli.rest.RestClient;
import io.millrace.cli.shop.Home;
import io.millrace.cli.shop.PortPlan;
import io.millrace.cli.shop.Shop;
import io.millrace.cli.shop.StateFolder;
import io.millrace.testkit.postgres.PostgresServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
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
        RenderedChart chart = RenderedChart.read(home);
        Map<String, PodProcess> pods = new TreeMap<>();
        try (Shop servers = Shop.in(new StateFolder(folder.resolve("shop")), ports);
                RestClient client = new RestClient(Duration.ofSeconds(5))) {
            servers.startServers();
            try {
                for (JsonNode pod : chart.pods()) {
                    pods.put(PodProcess.nameOf(pod), process(pod, servers));
                }
                for (PodProcess pod : pods.values()) {
                    pod.start();
                }
                for (String probe : new String[] {"startupProbe", "readinessProbe", "livenessProbe"}) {
                    await().atMost(PATIENCE).until(() -> pods.values().stream().allMatch(pod -> pod.is(probe, client)));
                }
                assertThat(tested(chart, pods)).contains("orders has heard it").endsWith("All is well.\n");

                for (Map.Entry<String, PodProcess> pod : pods.entrySet()) {
                    assertThat(pod.getValue().stop()).as(pod.getKey()).isTrue();
                    assertThat(leases(servers.postgres(), pod.getKey())).isPositive();
                    assertThat(heldLeases(servers.postgres(), pod.getKey())).isZero();
                }
            } finally {
                pods.values().forEach(PodProcess::close);
            }
        }
    }

    private PodProcess process(JsonNode pod, Shop servers) {
        String name = PodProcess.nameOf(pod);
        PostgresServer postgres = servers.postgres();
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
                        "NATS_DEFAULT_ADDRESSES", servers.nats().url()));
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

package io.millrace.proof.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.cli.rest.RestClient;
import io.millrace.cli.shop.Home;
import io.millrace.cli.shop.PortPlan;
import io.millrace.cli.shop.ServiceProcess;
import io.millrace.cli.shop.ServiceSpec;
import io.millrace.proof.CommandRun;
import io.millrace.proof.Purchase;
import io.millrace.testkit.postgres.PostgresServer;
import io.millrace.testkit.provider.SandboxProvider;
import io.millrace.testkit.provider.SandboxSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shop on three NATS servers with the settings of {@code nats-config}: streams with three replicas, and a user for each
 * service, which may do what its file allows and nothing else.
 */
class ProductionIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private final Home home = Home.find();
    private final PortPlan ports = PortPlan.free();

    @Test
    void somethingIsBoughtWithAServerGone() throws Exception {
        Map<String, ServiceProcess> services = new LinkedHashMap<>();
        try (PostgresServer postgres = PostgresServer.temporary();
                ProductionServers nats = ProductionServers.start(home, folder);
                SandboxProvider provider = SandboxProvider.start(SandboxSettings.inMemory());
                RestClient client = new RestClient(Duration.ofSeconds(5))) {
            declareStreams(nats);
            try {
                for (ServiceSpec spec : ServiceSpec.ALL) {
                    services.put(spec.name(), process(spec, postgres, nats, provider));
                }
                services.values().forEach(ServiceProcess::start);
                for (ServiceProcess service : services.values()) {
                    service.awaitReady();
                }
                nats.get(2).kill();

                new Purchase(client, name -> services.get(name).url()).isMade(PATIENCE);

                for (ServiceProcess service : services.values()) {
                    assertThat(client.get(service.url().resolve("/messaging"))
                                    .body()
                                    .at("/outbox/mode")
                                    .asText())
                            .as(service.name())
                            .isEqualTo("atomic");
                }
            } finally {
                services.values().forEach(ServiceProcess::stop);
            }
        }
    }

    /** As soon as the three have found each other. */
    private static void declareStreams(ProductionServers nats) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            CommandRun applied = CommandRun.of(
                    "streams",
                    "apply",
                    "--server",
                    nats.get(1).url(),
                    "--user",
                    "operator",
                    "--password",
                    ProductionServers.PASSWORD,
                    "--replicas",
                    "3");
            assertThat(applied.exitCode()).as(applied.text()).isZero();
        });
    }

    private ServiceProcess process(
            ServiceSpec spec, PostgresServer postgres, ProductionServers nats, SandboxProvider provider) {
        postgres.createDatabase(spec.name());
        return new ServiceProcess(
                spec,
                URI.create("http://127.0.0.1:" + ports.of(spec.name())),
                folder.resolve(spec.name() + ".log"),
                home.jvm(spec.module()),
                Map.ofEntries(
                        Map.entry("MICRONAUT_SERVER_HOST", "127.0.0.1"),
                        Map.entry("MICRONAUT_SERVER_PORT", Integer.toString(ports.of(spec.name()))),
                        Map.entry("MILLRACE_INSTANCE", spec.name() + "-1"),
                        Map.entry("DATASOURCES_DEFAULT_URL", postgres.jdbcUrl(spec.name())),
                        Map.entry("DATASOURCES_DEFAULT_USERNAME", postgres.username()),
                        Map.entry("DATASOURCES_DEFAULT_PASSWORD", postgres.password()),
                        Map.entry("NATS_DEFAULT_ADDRESSES", nats.urls()),
                        Map.entry("NATS_DEFAULT_USERNAME", spec.name()),
                        Map.entry("NATS_DEFAULT_PASSWORD", ProductionServers.PASSWORD),
                        Map.entry(
                                "MILLRACE_BILLING_PROVIDER_URL", provider.url().toString())));
    }
}

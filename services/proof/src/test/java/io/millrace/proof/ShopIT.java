package io.millrace.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.cli.rest.Figures;
import io.millrace.cli.rest.RestClient;
import io.millrace.cli.shop.Home;
import io.millrace.cli.shop.PortPlan;
import io.millrace.cli.shop.ServiceSpec;
import io.millrace.cli.shop.Shop;
import io.millrace.cli.shop.StateFolder;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole shop as processes of their own, seen only from outside. */
class ShopIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void survivesTheDemonstration() {
        CommandRun demo = CommandRun.of(
                "demo", "--exit", "--state", folder.resolve("demo").toString());

        assertThat(demo.exitCode()).as(demo.text()).isZero();
    }

    @Test
    void endsWithTheSameFiguresThoughEachServiceIsKilledDuringAnImport() throws Exception {
        try (Shop shop = Shop.in(new StateFolder(folder.resolve("shop")), PortPlan.free());
                RestClient rest = new RestClient(TIMEOUT);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            shop.startServers();
            shop.start(ServiceSpec.CORE);
            Path file = RetailSample.in(folder);

            Future<CommandRun> importing = threads.submit(() -> imported(file, shop));
            killOnce(shop, "customers", importing, () -> registered(rest, shop));
            killOnce(
                    shop,
                    "orders",
                    importing,
                    () -> figures(rest, shop.urls().orderFigures()).orders() > 0);
            killOnce(
                    shop,
                    "delivery",
                    importing,
                    () -> figures(rest, shop.urls().shipmentFigures()).orders() > 0);

            CommandRun first = importing.get();
            assertThat(first.exitCode()).as(first.text()).isZero();
            assertThat(figures(rest, shop.urls().orderFigures())).isEqualTo(RetailSample.figures());
            assertThat(figures(rest, shop.urls().shipmentFigures())).isEqualTo(RetailSample.figures());

            CommandRun second = imported(file, shop);
            assertThat(second.exitCode()).as(second.text()).isZero();
            assertThat(second.text())
                    .contains("0 added, %d already there".formatted(RetailSample.CUSTOMERS))
                    .contains("0 added, %d already there".formatted(RetailSample.ORDERS));

            assertThat(readByAnotherLanguage(shop, "CUSTOMERS"))
                    .filteredOn(line -> line.contains("customers.customer.registered 2.0"))
                    .hasSize(RetailSample.CUSTOMERS)
                    .allMatch(line -> line.contains("Customer "));
        }
    }

    /** The lines of docs/read-from-another-language.md. */
    private static List<String> readByAnotherLanguage(Shop shop, String stream)
            throws IOException, InterruptedException {
        Process python = new ProcessBuilder(
                        "python3",
                        Home.find()
                                .folder()
                                .resolve("docs/examples/read_stream.py")
                                .toString(),
                        shop.nats().url(),
                        stream)
                .redirectErrorStream(true)
                .start();
        String text = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(python.waitFor()).as(text).isZero();
        return text.lines().toList();
    }

    /** Waits for the moment, kills, and starts again. */
    private static void killOnce(Shop shop, String service, Future<CommandRun> importing, Callable<Boolean> moment)
            throws InterruptedException {
        await().atMost(TIMEOUT)
                .ignoreExceptions()
                .pollInterval(Duration.ofMillis(20))
                .until(moment);
        assertThat(importing).as("the import, when %s is killed", service).isNotDone();
        shop.service(service).kill();
        shop.start(service);
    }

    private static boolean registered(RestClient rest, Shop shop) throws IOException {
        URI first = shop.urls().customers().resolve("/customers?limit=1");
        return !rest.get(first).body().path("items").isEmpty();
    }

    private static Figures figures(RestClient rest, URI uri) throws IOException {
        return Figures.of(rest.get(uri).body());
    }

    private static CommandRun imported(Path file, Shop shop) {
        return CommandRun.of(
                "import",
                file.toString(),
                "--customers",
                shop.urls().customers().toString(),
                "--orders",
                shop.urls().orders().toString(),
                "--delivery",
                shop.urls().delivery().toString());
    }
}

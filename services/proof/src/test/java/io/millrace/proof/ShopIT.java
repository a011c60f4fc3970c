package io.millrace.proof;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.millrace.cli.rest.RestClient;
import io.millrace.cli.rest.ShopUrls;
import io.millrace.cli.shop.Home;
import io.millrace.cli.shop.LogTail;
import io.millrace.cli.shop.PortPlan;
import io.millrace.cli.shop.ServiceSpec;
import io.millrace.cli.shop.Shop;
import io.millrace.cli.shop.StateFolder;
import io.millrace.proof.OtlpReceiver.Seen;
import io.millrace.testkit.nats.NatsTool;
import io.millrace.testkit.provider.SandboxProvider;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole shop as processes of their own, seen only from outside. */
class ShopIT {

    private static final Logger LOG = LoggerFactory.getLogger(ShopIT.class);
    private static final Duration TIMEOUT = Duration.ofMinutes(3);
    private static final Duration REQUEST = Duration.ofSeconds(10);
    private static final int LINES_OF_A_LOG = 15;

    @TempDir
    Path folder;

    @Test
    void survivesTheDemonstration() {
        CommandRun demo = CommandRun.of(
                "demo", "--exit", "--state", folder.resolve("demo").toString());

        assertThat(demo.exitCode()).as(demo.text()).isZero();
    }

    @Test
    void endsWithTheSameFiguresThoughEachPartIsKilledDuringAnImport() throws Exception {
        try (OtlpReceiver collector = new OtlpReceiver();
                Shop shop = Shop.in(new StateFolder(folder.resolve("shop")), PortPlan.free());
                RestClient rest = new RestClient(REQUEST);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            shop.set("OTEL_SDK_DISABLED", "false");
            shop.set("OTEL_EXPORTER_OTLP_ENDPOINT", collector.url().toString());
            shop.set("OTEL_BSP_SCHEDULE_DELAY", "200");
            shop.startServers();
            shop.start(ServiceSpec.WITH_PROVIDER);
            ShopUrls urls = shop.urls();
            Counting counting = new Counting(rest, urls);
            Path file = RetailSample.in(folder);

            Future<CommandRun> importing = threads.submit(() -> imported(file, urls));
            killOnce(shop, "customers", importing, counting::customersAreThere);
            killOnce(shop, "orders", importing, () -> counting.orders().orders() > 0);
            // Until the provider is back, no import is done, however fast the machine.
            kill(shop, "provider", importing, () -> counting.payments().orders() > 0);
            killOnce(shop, "inventory", importing, () -> counting.held() > 0);
            killOnce(shop, "billing", importing, () -> counting.payments().orders() > 0);
            killOnce(shop, "delivery", importing, () -> counting.shipments().orders() > 0);
            shop.start("provider");

            CommandRun first = importing.get();
            assertThat(first.exitCode()).as(first.text()).isZero();
            assertThat(counting.orders()).isEqualTo(RetailSample.figures());
            assertThat(counting.shipments().agreesWith(RetailSample.figures())).isTrue();
            assertThat(counting.payments().agreesWith(RetailSample.figures())).isTrue();
            assertThat(counting.held()).isEqualTo(RetailSample.PIECES);
            assertThat(chargedTwice(shop.service("provider").url())).isZero();

            CommandRun second = imported(file, urls);
            assertThat(second.exitCode()).as(second.text()).isZero();
            assertThat(second.text())
                    .contains("0 added, %d already there".formatted(RetailSample.CUSTOMERS))
                    .contains("0 added, %d already there".formatted(RetailSample.PRODUCTS))
                    .contains("0 added, %d already there".formatted(RetailSample.ORDERS));
            assertThat(counting.received()).isEqualTo(RetailSample.PIECES);

            await().atMost(TIMEOUT).until(() -> collector.traces().stream().anyMatch(ShopIT::isAWholePurchase));

            assertThat(MetricsPage.scraped(ServiceSpec.ALL.stream()
                            .map(service -> shop.service(service.name()).url())
                            .toList()))
                    .isEqualTo(MetricsPage.documented());

            assertThat(readByAnotherLanguage(shop, "CUSTOMERS"))
                    .filteredOn(line -> line.contains("customers.customer.registered 2.0"))
                    .hasSize(RetailSample.CUSTOMERS)
                    .allMatch(line -> line.contains("Customer "));
            inspect(shop, rest);
        }
    }

    /** Last, for a stream is restored in the end. */
    private void inspect(Shop shop, RestClient rest) throws Exception {
        Optional<NatsTool> tool = NatsTool.find();
        if (tool.isPresent()) {
            Inspection.of(shop, rest, tool.get(), Files.createDirectories(folder.resolve("inspect")));
        } else {
            LOG.warn(
                    "The commands of docs/inspect.md are not tried: there is no nats tool here, and no Go to build it");
        }
    }

    /** From the request on, through outbox, stream and handlers of each service that has a part in it. */
    private static boolean isAWholePurchase(List<Seen> trace) {
        return trace.stream()
                        .anyMatch(span -> span.kind() == SpanKind.SPAN_KIND_SERVER
                                && span.name().startsWith("PUT /orders/"))
                && has(trace, "orders", "create orders.order.placed")
                && has(trace, "inventory", "process orders.fulfilment.stock_requested")
                && has(trace, "billing", "process orders.fulfilment.payment_requested")
                && has(trace, "orders", "process billing.payment.captured")
                && has(trace, "delivery", "process orders.order.confirmed")
                && has(trace, "delivery", "create delivery.shipment.prepared");
    }

    private static boolean has(List<Seen> trace, String service, String name) {
        return trace.stream()
                .anyMatch(span -> span.service().equals(service)
                        && span.name().equals(name)
                        && (span.linked() || span.kind() == SpanKind.SPAN_KIND_PRODUCER));
    }

    /** What the payment provider itself says: charges beyond the first one of an order. */
    private static long chargedTwice(URI provider) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest totals = HttpRequest.newBuilder(provider.resolve("/v1/totals"))
                    .header("Authorization", "Bearer " + SandboxProvider.API_KEY)
                    .build();
            String body = http.send(totals, BodyHandlers.ofString()).body();
            return new JsonMapper().readTree(body).required("chargedTwice").asLong();
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
    private static void killOnce(Shop shop, String part, Future<CommandRun> importing, Callable<Boolean> moment)
            throws InterruptedException {
        kill(shop, part, importing, moment);
        shop.start(part);
    }

    private static void kill(Shop shop, String part, Future<CommandRun> importing, Callable<Boolean> moment) {
        try {
            await("moment to kill " + part)
                    .atMost(TIMEOUT)
                    .ignoreExceptions()
                    .pollInterval(Duration.ofMillis(20))
                    .failFast(() -> goesOn(importing, part))
                    .until(moment);
        } catch (ConditionTimeoutException stuck) {
            throw new AssertionError(logs(shop), stuck);
        }
        goesOn(importing, part);
        shop.service(part).kill();
    }

    private static void goesOn(Future<CommandRun> importing, String part) {
        if (importing.isDone()) {
            String end = importing.state() == Future.State.SUCCESS
                    ? importing.resultNow().text()
                    : importing.exceptionNow().toString();
            throw new AssertionError("The import ended before %s was killed: %s".formatted(part, end));
        }
    }

    /** What each part said last, for a folder of a test that failed is gone. */
    private static String logs(Shop shop) {
        return shop.services().stream()
                .map(service -> service.name()
                        + (service.isAlive() ? ":\n" : " has ended:\n")
                        + String.join("\n", LogTail.lines(service.log(), LINES_OF_A_LOG)))
                .collect(joining("\n\n", "\n", ""));
    }

    private static CommandRun imported(Path file, ShopUrls urls) {
        return CommandRun.of(
                "import",
                file.toString(),
                "--customers",
                urls.customers().toString(),
                "--orders",
                urls.orders().toString(),
                "--delivery",
                urls.delivery().toString(),
                "--inventory",
                urls.inventory().toString(),
                "--billing",
                urls.billing().toString(),
                "--patience",
                Long.toString(TIMEOUT.toSeconds()));
    }
}

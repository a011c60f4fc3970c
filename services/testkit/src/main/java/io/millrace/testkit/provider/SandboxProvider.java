package io.millrace.testkit.provider;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A payment provider without money, over real HTTP. Its API is like that of the well-known ones: {@code POST /v1/charges},
 * {@code POST /v1/refunds}, an {@code Idempotency-Key}, a bearer key that begins with {@code sk_test_}. What becomes of a
 * charge is the {@linkplain SandboxCard card's} choice.
 *
 * <p>Guarantees: the same idempotency key has one effect and one answer for ever, over restarts too where a data file is
 * given.
 */
public final class SandboxProvider implements AutoCloseable {

    /** A key that is let in. */
    public static final String API_KEY = "sk_test_sandbox";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Journal journal;
    private final Ledger ledger;
    private final Switch power = new Switch();

    private SandboxProvider(SandboxSettings settings) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()), 1024);
        journal = Journal.open(settings.data());
        ledger = new Ledger(journal);
        server.setExecutor(threads);
        server.createContext("/health", exchange -> Exchanges.send(exchange, 200, "{\"status\":\"UP\"}"));
        server.createContext("/sandbox", new SandboxSwitches(power));
        server.createContext("/v1", new ProviderApi(ledger, power, settings.slow()));
    }

    /** @throws UncheckedIOException its port is in use, or its file cannot be read */
    public static SandboxProvider start(SandboxSettings settings) {
        try {
            SandboxProvider provider = new SandboxProvider(settings);
            provider.server.start();
            return provider;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The sandbox provider cannot listen on port %d: %s".formatted(settings.port(), e.getMessage()), e);
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public Totals totals() {
        return ledger.totals();
    }

    /** How often the card was charged for an order. */
    public int charges(String order) {
        return ledger.charges(java.util.Optional.of(order)).size();
    }

    /** From now on it answers 503. */
    public void down() {
        power.turn(Switch.Mode.UNAVAILABLE);
    }

    /** From now on it takes requests and does not answer. */
    public void hang() {
        power.turn(Switch.Mode.HANG);
    }

    /** From now on it closes connections without a word. */
    public void refuse() {
        power.turn(Switch.Mode.REFUSE);
    }

    public void up() {
        power.turn(Switch.Mode.UP);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        try {
            journal.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

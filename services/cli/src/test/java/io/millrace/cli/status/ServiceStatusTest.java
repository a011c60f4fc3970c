package io.millrace.cli.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.millrace.cli.rest.RestClient;
import io.millrace.cli.shop.RunFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServiceStatusTest {

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aServiceWhoseDatabaseIsAwayIsNotDown() {
        answer("/health/readiness", 503, "{}");
        answer("/messaging", 200, """
                {"wrong":["the database cannot be asked"]}""");

        ServiceStatus orders = status();

        assertThat(orders.up()).isTrue();
        assertThat(orders.wrong())
                .containsExactly("orders: requests are not served.", "orders: the database cannot be asked.");
    }

    @Test
    void aServiceThatSaysNothingOfItsMessagingIsNotDown() {
        answer("/health/readiness", 200, "{}");
        server.createContext("/messaging", exchange -> {});

        ServiceStatus orders = status();

        assertThat(orders.up()).isTrue();
        assertThat(orders.knowsMessaging()).isFalse();
    }

    @Test
    void whoAnswersNothingIsDown() {
        server.stop(0);

        assertThat(status().up()).isFalse();
        assertThat(status().wrong()).isEmpty();
    }

    private ServiceStatus status() {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        try (RestClient rest = new RestClient(Duration.ofSeconds(1))) {
            return ServiceStatus.of(new RunFile.Service("orders", url, null), rest);
        }
    }

    private void answer(String path, int status, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}

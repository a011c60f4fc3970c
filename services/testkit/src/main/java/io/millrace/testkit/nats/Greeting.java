package io.millrace.testkit.nats;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;

/** The line {@code INFO {…}} with which a server greets each client: it is there when the server serves. */
final class Greeting {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int READ_MILLIS = 2000;

    private Greeting() {}

    /** Waits until the server on this port greets and offers JetStream, or has died. */
    static void await(int port, BooleanSupplier died, String whereToLook) {
        try {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(20))
                    .failFast(died::getAsBoolean)
                    .until(() -> offersJetStream(port));
        } catch (ConditionTimeoutException | TerminalFailureException e) {
            throw new IllegalStateException(
                    "The NATS server on port %d did not start: see %s.".formatted(port, whereToLook), e);
        }
    }

    private static boolean offersJetStream(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), READ_MILLIS);
            socket.setSoTimeout(READ_MILLIS);
            String line = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            return line != null && line.startsWith("INFO ") && line.contains("\"jetstream\":true");
        } catch (IOException e) {
            return false;
        }
    }
}

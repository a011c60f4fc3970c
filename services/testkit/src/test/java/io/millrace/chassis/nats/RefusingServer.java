package io.millrace.chassis.nats;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Speaks just enough of NATS to let a client in, to throw it out, and to refuse its password for a while. */
final class RefusingServer implements AutoCloseable {

    private static final String INFO = """
            INFO {"server_id":"TEST","version":"2.14.0","proto":1,"host":"127.0.0.1","port":%d,"headers":true,\
            "auth_required":true,"max_payload":1048576}\r
            """;

    private final ServerSocket listening;
    private final AtomicInteger refusals = new AtomicInteger();
    private volatile Socket last;

    RefusingServer() {
        try {
            listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    String url() {
        return "nats://127.0.0.1:" + listening.getLocalPort();
    }

    /** Ends the connection, and refuses the next logins. */
    void throwOut(int nextRefusals) throws IOException {
        refusals.set(nextRefusals);
        last.close();
    }

    /** How many more logins will be refused. */
    int refusalsLeft() {
        return refusals.get();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                last = client;
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                var lines =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
            say(client, INFO.formatted(listening.getLocalPort()));
            String line = lines.readLine();
            while (line != null) {
                if (line.startsWith("CONNECT") && refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                    say(client, "-ERR 'Authorization Violation'\r\n");
                    return;
                }
                if (line.startsWith("PING")) {
                    say(client, "PONG\r\n");
                }
                line = lines.readLine();
            }
        } catch (IOException gone) {
            // The client will try again, which is what the test is about.
        }
    }

    private static void say(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}

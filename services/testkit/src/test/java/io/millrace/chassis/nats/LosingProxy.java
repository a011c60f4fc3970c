package io.millrace.chassis.nats;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A way to nats-server that breaks under the first messages that a new consumer is sent: the server has delivered them, and
 * the client, who was told that its consumer is there, never sees them. Connections made after that are whole.
 */
public final class LosingProxy implements AutoCloseable {

    /** What a delivered message names for its acknowledgement. */
    private static final String DELIVERY = "$JS.ACK.";

    private static final String CREATED = "consumer_create_response";

    private final URI target;
    private final ServerSocket listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final AtomicBoolean broken = new AtomicBoolean();

    public LosingProxy(String natsUrl) throws IOException {
        this.target = URI.create(natsUrl);
        Thread.ofVirtual().start(this::accept);
    }

    public String url() {
        return "nats://127.0.0.1:" + listening.getLocalPort();
    }

    public boolean hasBroken() {
        return broken.get();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Socket server = new Socket(target.getHost(), target.getPort());
                Thread.ofVirtual().start(() -> carry(client, server, false));
                Thread.ofVirtual().start(() -> carry(server, client, !broken.get()));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void carry(Socket from, Socket to, boolean losing) {
        try (from;
                to) {
            if (losing) {
                untilADeliveryIsLost(new BufferedInputStream(from.getInputStream()), to.getOutputStream());
            } else {
                from.getInputStream().transferTo(to.getOutputStream());
            }
        } catch (IOException closed) {
            // One side has gone, so the other goes too.
        }
    }

    private void untilADeliveryIsLost(InputStream in, OutputStream out) throws IOException {
        boolean created = false;
        boolean delivered = false;
        while (!created || !delivered) {
            String said = frame(in);
            created |= said.contains(CREATED);
            if (said.lines().findFirst().orElse("").contains(DELIVERY)) {
                delivered = true;
            } else {
                out.write(said.getBytes(ISO_8859_1));
            }
        }
        broken.set(true);
    }

    /** One piece of the protocol: a line, and the message that it announces. */
    private static String frame(InputStream in) throws IOException {
        String line = line(in);
        if (!line.startsWith("MSG ") && !line.startsWith("HMSG ")) {
            return line;
        }
        int length = Integer.parseInt(line.substring(line.lastIndexOf(' ') + 1).strip());
        return line + new String(in.readNBytes(length + "\r\n".length()), ISO_8859_1);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next;
        do {
            next = in.read();
            if (next < 0) {
                throw new IOException("the server has closed");
            }
            line.write(next);
        } while (next != '\n');
        return line.toString(ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}

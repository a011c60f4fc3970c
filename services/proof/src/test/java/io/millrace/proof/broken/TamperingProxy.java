package io.millrace.proof.broken;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Changes what a client says to nats-server. Names are replaced by others of the same length, so that nothing else of the
 * protocol is touched.
 */
public final class TamperingProxy implements AutoCloseable {

    private static final int BYTES = 256 * 1024;

    private final int target;
    private final ServerSocket listening;
    private final boolean withoutLinks;
    private final String lost;
    private final AtomicBoolean lostAlready = new AtomicBoolean();

    /**
     * @param withoutLinks whether the links between messages are unreadable for the server
     * @param lost the subject of a message that goes nowhere, once
     */
    public TamperingProxy(String natsUrl, boolean withoutLinks, String lost) throws IOException {
        this.target = URI.create(natsUrl).getPort();
        this.withoutLinks = withoutLinks;
        this.lost = lost;
        this.listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public String url() {
        return "nats://127.0.0.1:" + listening.getLocalPort();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                Thread.ofVirtual().start(() -> carry(client, server, true));
                Thread.ofVirtual().start(() -> carry(server, client, false));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void carry(Socket from, Socket to, boolean tampering) {
        byte[] buffer = new byte[BYTES];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                String said = new String(buffer, 0, read, ISO_8859_1);
                out.write((tampering ? tampered(said) : said).getBytes(ISO_8859_1));
                out.flush();
            }
        } catch (IOException closed) {
            // One side has gone, so the other goes too.
        }
    }

    private String tampered(String said) {
        String linked = withoutLinks ? said.replace("Nats-Expected-Last", "Nats-Xxxxxxxx-Last") : said;
        if (linked.contains("HPUB " + lost) && lostAlready.compareAndSet(false, true)) {
            return linked.replace("HPUB " + lost, "HPUB x" + lost.substring(1));
        }
        return linked;
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}

package io.millrace.cli.prove.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The way of one process to one server, on loopback, which can be made long, torn, or closed on one side. Each direction of
 * a connection is carried by a thread of its own.
 */
public final class TcpProxy implements AutoCloseable {

    private final InetSocketAddress target;
    private final ServerSocketChannel listening;
    private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();
    private volatile Duration delay = Duration.ZERO;
    private volatile boolean refusing;

    /** @param targetPort where the server listens, now or later */
    public TcpProxy(int targetPort) {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        this.target = new InetSocketAddress(loopback, targetPort);
        try {
            listening = ServerSocketChannel.open().bind(new InetSocketAddress(loopback, 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("proxy of " + targetPort).start(this::accept);
    }

    /** Where clients connect. */
    public int port() {
        try {
            return ((InetSocketAddress) listening.getLocalAddress()).getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whatever is sent arrives later by this much. Zero makes the way short again. */
    public void delay(Duration longer) {
        delay = longer;
    }

    /** Resets every connection. New ones are let through. */
    public void cut() {
        connections.forEach(ProxiedConnection::reset);
    }

    /** Resets every connection, and each new one until {@link #heal}. */
    public void cutForGood() {
        refusing = true;
        cut();
    }

    /** Tells the server of every connection that the client is done, and the client nothing. */
    public void halfClose() {
        connections.forEach(ProxiedConnection::endTowardsServer);
    }

    /** The way is short and open again. What was torn stays torn. */
    public void heal() {
        delay = Duration.ZERO;
        refusing = false;
    }

    private void accept() {
        while (listening.isOpen()) {
            try {
                carry(listening.accept());
            } catch (ClosedChannelException closed) {
                return;
            } catch (IOException nobodyThere) {
                // The client sees its connection closed, as if the server were not there.
            }
        }
    }

    private void carry(SocketChannel client) throws IOException {
        SocketChannel server = refusing ? null : connected(client);
        if (server == null) {
            client.setOption(StandardSocketOptions.SO_LINGER, 0);
            client.close();
            return;
        }
        client.setOption(StandardSocketOptions.TCP_NODELAY, true);
        server.setOption(StandardSocketOptions.TCP_NODELAY, true);
        ProxiedConnection connection = new ProxiedConnection(client, server, () -> delay);
        connections.add(connection);
        connection.start(() -> connections.remove(connection));
    }

    private SocketChannel connected(SocketChannel client) throws IOException {
        try {
            return SocketChannel.open(target);
        } catch (IOException away) {
            client.close();
            throw away;
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            cut();
        }
    }
}

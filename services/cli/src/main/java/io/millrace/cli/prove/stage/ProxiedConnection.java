package io.millrace.cli.prove.stage;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A client's connection and the one that was made for it to the server. */
final class ProxiedConnection {

    private static final int BYTES = 32 * 1024;

    private final SocketChannel client;
    private final SocketChannel server;
    private final Supplier<Duration> delay;
    private final AtomicInteger open = new AtomicInteger(2);
    private volatile boolean halfClosed;

    ProxiedConnection(SocketChannel client, SocketChannel server, Supplier<Duration> delay) {
        this.client = client;
        this.server = server;
        this.delay = delay;
    }

    /** Threads of the operating system, which wait in a read: half the work of virtual ones, who must be woken by another. */
    void start(Runnable whenEnded) {
        Thread.ofPlatform().daemon().name("to the server").start(() -> carry(client, server, whenEnded));
        Thread.ofPlatform().daemon().name("to the client").start(() -> carry(server, client, whenEnded));
    }

    void reset() {
        abort(client);
        abort(server);
    }

    /** The server sees the client's end and closes. The client sees nothing, until it gives up by itself. */
    void endTowardsServer() {
        halfClosed = true;
        try {
            server.shutdownOutput();
        } catch (IOException alreadyClosed) {
            reset();
        }
    }

    private void carry(SocketChannel from, SocketChannel to, Runnable whenEnded) {
        try {
            pump(from, to);
            end(to);
        } catch (IOException torn) {
            reset();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            reset();
        } finally {
            if (open.decrementAndGet() == 0) {
                reset();
                whenEnded.run();
            }
        }
    }

    private void pump(SocketChannel from, SocketChannel to) throws IOException, InterruptedException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(BYTES);
        while (from.read(buffer) >= 0) {
            Duration longer = delay.get();
            if (longer.isPositive()) {
                Thread.sleep(longer);
            }
            buffer.flip();
            while (buffer.hasRemaining() && !halfClosed) {
                to.write(buffer);
            }
            buffer.clear();
        }
    }

    private void end(SocketChannel to) throws IOException {
        if (!halfClosed) {
            to.shutdownOutput();
        }
    }

    private static void abort(SocketChannel channel) {
        try (channel) {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        } catch (IOException alreadyClosed) {
            // That is what is wanted.
        }
    }
}

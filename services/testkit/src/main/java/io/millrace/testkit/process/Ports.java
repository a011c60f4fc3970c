package io.millrace.testkit.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** TCP ports of this machine's loopback address. */
public final class Ports {

    private Ports() {}

    /** A port that nothing listens on at this moment. */
    public static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port", e);
        }
    }

    /**
     * The port itself, or a free one for 0.
     *
     * @throws PortInUseException if something listens on it
     */
    public static int freeOr(int wanted) {
        if (wanted == 0) {
            return free();
        }
        try (ServerSocket _ = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            return wanted;
        } catch (IOException e) {
            throw new PortInUseException(wanted, e);
        }
    }
}

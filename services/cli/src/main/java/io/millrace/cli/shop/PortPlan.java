package io.millrace.cli.shop;

import io.millrace.cli.CommandFailure;
import io.millrace.testkit.process.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who listens where on this machine's loopback address. */
public final class PortPlan {

    public static final String POSTGRES = "PostgreSQL";
    public static final String NATS = "NATS";

    private static final int CONNECT_MILLIS = 200;

    private final Map<String, Integer> ports;

    private PortPlan(Map<String, Integer> ports) {
        this.ports = new LinkedHashMap<>(ports);
    }

    /** The ports people expect: services from 8081 on, PostgreSQL 5442, NATS 4222. */
    public static PortPlan standard() {
        return new PortPlan(Map.ofEntries(
                Map.entry("customers", 8081),
                Map.entry("orders", 8082),
                Map.entry("delivery", 8083),
                Map.entry("inventory", 8084),
                Map.entry(POSTGRES, 5442),
                Map.entry(NATS, 4222)));
    }

    /** Six ports behind a base: customers, orders, delivery, PostgreSQL, NATS, inventory. */
    public static PortPlan from(int base) {
        return new PortPlan(Map.ofEntries(
                Map.entry("customers", base + 1),
                Map.entry("orders", base + 2),
                Map.entry("delivery", base + 3),
                Map.entry(POSTGRES, base + 4),
                Map.entry(NATS, base + 5),
                Map.entry("inventory", base + 6)));
    }

    /** A free port for whoever asks. */
    public static PortPlan free() {
        return new PortPlan(Map.of());
    }

    /** The part's port; a free one, the same from then on, if none is planned. */
    public synchronized int of(String part) {
        return ports.computeIfAbsent(part, _ -> Ports.free());
    }

    /** @throws CommandFailure something listens on one of the ports that these parts want */
    public void require(Collection<String> parts) {
        for (String part : parts) {
            if (inUse(of(part))) {
                throw new CommandFailure(
                        "Port %d, which %s wants, is in use: stop what listens there, or choose other ports with --port-base N."
                                .formatted(of(part), part));
            }
        }
    }

    private static boolean inUse(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException nobody) {
            return !free(port);
        }
    }

    private static boolean free(int port) {
        try {
            return Ports.freeOr(port) == port;
        } catch (io.millrace.testkit.process.PortInUseException taken) {
            return false;
        }
    }
}

package io.millrace.cli.shop;

import static java.util.Map.entry;

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

    /** The ports people expect: services from 8081 on, the payment provider 8090, PostgreSQL 5442, NATS 4222. */
    public static PortPlan standard() {
        return new PortPlan(Map.ofEntries(
                entry("customers", 8081),
                entry("orders", 8082),
                entry("delivery", 8083),
                entry("inventory", 8084),
                entry("billing", 8085),
                entry(ServiceSpec.PROVIDER.name(), 8090),
                entry(POSTGRES, 5442),
                entry(NATS, 4222)));
    }

    /** Ports behind a base, none of which ever moves: customers, orders, delivery, PostgreSQL, NATS, and what came later. */
    public static PortPlan from(int base) {
        return new PortPlan(Map.ofEntries(
                entry("customers", base + 1),
                entry("orders", base + 2),
                entry("delivery", base + 3),
                entry(POSTGRES, base + 4),
                entry(NATS, base + 5),
                entry("inventory", base + 6),
                entry("billing", base + 7),
                entry(ServiceSpec.PROVIDER.name(), base + 8)));
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

package io.millrace.cli.prove.stage;

import io.millrace.testkit.process.PortInUseException;
import io.millrace.testkit.process.Ports;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * Ports below those that operating systems give to outgoing connections: while a server is dead, nobody takes its port by
 * chance.
 */
final class SteadyPorts {

    private static final int FIRST = 20_000;
    private static final int BEHIND = 32_000;

    private SteadyPorts() {}

    static int free() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(FIRST, BEHIND))
                .filter(SteadyPorts::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try {
            return Ports.freeOr(port) == port;
        } catch (PortInUseException taken) {
            return false;
        }
    }
}

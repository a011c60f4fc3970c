package io.millrace.testkit.process;

/** The message says in one sentence what to do. */
public final class PortInUseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int port;

    PortInUseException(int port, Throwable cause) {
        super("Port %d is in use: stop what listens there, or choose another port.".formatted(port), cause);
        this.port = port;
    }

    public int port() {
        return port;
    }
}

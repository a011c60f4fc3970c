package io.millrace.testkit.nats;

/** There is no NATS server on this machine and none can be installed. The message says what to do. */
public final class NoNatsServerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoNatsServerException(String message) {
        super(message);
    }

    NoNatsServerException() {
        super(
                "No nats-server is to be had here: put one (2.14 or newer, https://github.com/nats-io/nats-server/releases)"
                        + " on the PATH, or start Docker, or install Go.");
    }
}

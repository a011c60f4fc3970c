package io.millrace.testkit.nats;

/** A server that somebody else runs, so that it is neither started nor stopped here. */
record ServerElsewhere(String url) implements NatsServer {

    @Override
    public void start() {}

    @Override
    public void stop() {
        throw new UnsupportedOperationException("This NATS server is run by somebody else");
    }

    @Override
    public void kill() {
        stop();
    }

    @Override
    public void close() {}
}

package io.millrace.testkit.nats;

import java.nio.file.Path;

/**
 * A NATS server with JetStream.
 *
 * <p>Where none is given from outside, the program is looked for on the {@code PATH}, in the user's cache and with
 * Docker, and installed into the user's cache as a last resort; see {@link NatsInstallation}.
 */
public sealed interface NatsServer extends AutoCloseable permits ServerProcess, ServerContainer, ServerElsewhere {

    /** The address of a server from outside, for tests: {@code nats://host:4222}. */
    String TEST_URL = "MILLRACE_TEST_NATS_URL";

    /**
     * The server of {@value #TEST_URL} if that is set, otherwise a temporary one.
     *
     * @throws NoNatsServerException if there is none and none can be installed
     */
    static NatsServer forTests() {
        String url = System.getenv(TEST_URL);
        return url == null || url.isBlank() ? temporary() : external(url);
    }

    /** A server on a free port, whose store is gone when it closes. It is closed when this JVM ends at the latest. */
    static NatsServer temporary() {
        return temporary("");
    }

    /**
     * The same with more settings.
     *
     * @param settings appended to those of {@code server/development.conf}: accounts and permissions, for example
     */
    static NatsServer temporary(String settings) {
        Workspace workspace = Workspace.temporary().with(settings);
        NatsServer server = NatsInstallation.find().serve(workspace);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop NATS"));
        server.start();
        return server;
    }

    /**
     * A server whose store stays. Whoever starts it closes it; one that an earlier run left over in the same store is
     * stopped before.
     *
     * @param store the folder of the streams, made if missing
     * @param port 0 for a free one
     * @param log what the server says is appended here
     * @throws NoNatsServerException if there is none and none can be installed
     * @throws io.millrace.testkit.process.PortInUseException if the port is in use
     */
    static NatsServer persistent(Path store, int port, Path log) {
        return persistent(store, port, log, Durability.PROCESS);
    }

    /**
     * The same, with a choice of what acknowledged messages survive.
     *
     * @param durability may change from one start to the next
     */
    static NatsServer persistent(Path store, int port, Path log, Durability durability) {
        NatsServer server = NatsInstallation.find().serve(Workspace.persistent(store, port, log, durability));
        server.start();
        return server;
    }

    /**
     * A server with the settings of somebody else. What they include is found beside the store's folder, or in it.
     *
     * @param store the folder of the streams, where the settings are written to too
     * @param port where it listens for clients, whatever the settings say
     * @throws NoNatsServerException there is no server program here; a Docker image does not do
     */
    static NatsServer withSettings(Path store, int port, Path log, String settings) {
        if (!(NatsInstallation.find() instanceof NatsInstallation.Program program)) {
            throw new NoNatsServerException(
                    "Settings of one's own need nats-server as a program; here it is a Docker image.");
        }
        NatsServer server = program.serve(new Workspace(store, port, log, true, settings));
        server.start();
        return server;
    }

    /** A server that somebody else runs. */
    static NatsServer external(String url) {
        return new ServerElsewhere(url);
    }

    /** Where clients connect, for example {@code nats://127.0.0.1:4222}; the same as long as this object lives. */
    String url();

    /**
     * Starts, or starts again on the same port and store after {@link #stop} or {@link #kill}. Returns when clients are
     * served. Nothing happens if it runs.
     */
    void start();

    /** Stops in order. Nothing happens if it does not run. */
    void stop();

    /** Ends the server with SIGKILL, as a crash would. */
    void kill();

    @Override
    void close();
}

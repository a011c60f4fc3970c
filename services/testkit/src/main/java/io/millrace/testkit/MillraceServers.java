package io.millrace.testkit;

import io.millrace.testkit.nats.NatsServer;
import io.millrace.testkit.postgres.PostgresServer;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The one PostgreSQL and the one NATS server of a test run: started when first asked for, stopped when the JVM ends.
 *
 * <p>A test class has a database of its own. Streams are named after services, so they are emptied instead: classes that
 * use these servers run one after the other, which is what Maven does within a JVM. Of several JVMs each has servers of its own,
 * unless {@link NatsServer#TEST_URL} names one: then only one JVM may run.
 */
public final class MillraceServers {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private MillraceServers() {}

    public static PostgresServer postgres() {
        return Postgres.SERVER;
    }

    public static NatsServer nats() {
        return Nats.SERVER;
    }

    /**
     * A new, empty database.
     *
     * @param purpose becomes part of its name, for people who look into the server
     * @return its name
     */
    public static String freshDatabase(String purpose) {
        String name = "%s_%d".formatted(purpose.toLowerCase(Locale.ROOT), DATABASES.incrementAndGet());
        postgres().dropDatabase(name);
        postgres().createDatabase(name);
        return name;
    }

    /** Deletes every stream that holds events of services ({@code evt.…}), with its consumers. Other streams stay. */
    public static void deleteStreams() {
        EventStreams.deleteAll(nats().url());
    }

    private static final class Postgres {
        private static final PostgresServer SERVER = PostgresServer.forTests();
    }

    private static final class Nats {
        private static final NatsServer SERVER = NatsServer.forTests();
    }
}

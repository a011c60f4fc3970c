package io.millrace.testkit.postgres;

import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** A server that somebody else runs, so that it is neither started nor stopped here. */
final class ExternalServer implements PostgresServer {

    private final Properties url;

    ExternalServer(String jdbcUrl) {
        url = Driver.parseURL(jdbcUrl, new Properties());
        if (url == null) {
            throw new IllegalArgumentException(
                    "Not a JDBC URL of PostgreSQL: jdbc:postgresql://host:5432/postgres?user=…");
        }
    }

    @Override
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://%s:%s/%s"
                .formatted(PGProperty.PG_HOST.getOrDefault(url), PGProperty.PG_PORT.getOrDefault(url), database);
    }

    @Override
    public String username() {
        return url.getProperty(PGProperty.USER.getName(), "postgres");
    }

    @Override
    public String password() {
        return url.getProperty(PGProperty.PASSWORD.getName(), "");
    }

    @Override
    public void start() {}

    @Override
    public void stop() {
        throw new UnsupportedOperationException("This PostgreSQL server is run by somebody else");
    }

    @Override
    public void kill() {
        stop();
    }

    @Override
    public void close() {}
}

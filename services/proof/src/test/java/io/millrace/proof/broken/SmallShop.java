package io.millrace.proof.broken;

import io.micronaut.context.ApplicationContext;
import io.micronaut.transaction.TransactionOperations;
import io.millrace.chassis.outbox.Emission;
import io.millrace.chassis.outbox.Outbox;
import io.millrace.testkit.MillraceServers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** A service made of the chassis alone, on real servers, in this process: sound, or broken in one place. */
public final class SmallShop implements AutoCloseable {

    private final String service =
            "p" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    private final Map<String, Object> broken;

    /** @param broken the property that breaks something, none for a sound one */
    public SmallShop(Map<String, Object> broken) throws SQLException {
        this.broken = broken;
        MillraceServers.postgres().createDatabase(service);
        try (Connection connection = connect()) {
            connection.createStatement().execute("CREATE TABLE effect (effect text PRIMARY KEY, times int NOT NULL)");
        }
    }

    /** An instance that runs. */
    public ApplicationContext instance(String name, Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>(Map.of(
                "micronaut.application.name",
                service,
                "millrace.instance",
                name,
                "millrace.lease.duration",
                "2s",
                "nats.default.addresses",
                natsUrl(),
                "flyway.datasources.default.enabled",
                false,
                "datasources.default.url",
                MillraceServers.postgres().jdbcUrl(service),
                "datasources.default.username",
                MillraceServers.postgres().username(),
                "datasources.default.password",
                MillraceServers.postgres().password()));
        properties.putAll(broken);
        properties.putAll(more);
        return ApplicationContext.run(properties);
    }

    public static String natsUrl() {
        return MillraceServers.nats().url();
    }

    public String service() {
        return service;
    }

    public String stream() {
        return service.toUpperCase(Locale.ROOT);
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(
                MillraceServers.postgres().jdbcUrl(service),
                MillraceServers.postgres().username(),
                MillraceServers.postgres().password());
    }

    /** Commits these events in one transaction. */
    @SuppressWarnings("unchecked")
    public static void emit(ApplicationContext instance, Emission... emissions) {
        TransactionOperations<Connection> transactions = instance.getBean(TransactionOperations.class);
        transactions.executeWrite(tx -> {
            for (Emission emission : emissions) {
                instance.getBean(Outbox.class).emit(emission);
            }
            return null;
        });
    }

    @Override
    public void close() {
        MillraceServers.postgres().dropDatabase(service);
    }
}

package io.millrace.customers.customer.exposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.context.annotation.Value;
import io.millrace.testkit.MillraceServers;
import io.millrace.testkit.MillraceTest;
import io.millrace.testkit.rest.Answer;
import io.millrace.testkit.rest.Rest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

@MillraceTest
class DatabaseAwayIT {

    private static final String ADA = """
            {"name":"Ada","address":{"country":"United Kingdom"}}""";

    @Inject
    Rest rest;

    @Value("${datasources.default.url}")
    String url;

    @Test
    void asksToTryAgainAndGoesOnWhenItIsBack() throws SQLException {
        rest.put("/customers/ada", ADA);
        allowConnections(false);
        try {
            for (int i = 0; i < 2; i++) {
                Answer answer = rest.put("/customers/bob", ADA);
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.header("Retry-After")).isEqualTo("2");
                assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
                assertThat(answer.text()).doesNotContain("SQL", "Hikari", "xception");
            }
        } finally {
            allowConnections(true);
        }
        await().until(() -> rest.get("/customers/ada").status() == 200);
        assertThat(rest.get("/customers/bob").status()).isEqualTo(404);
    }

    private void allowConnections(boolean allowed) throws SQLException {
        String database = url.replaceAll("^.*/([^/?]+).*$", "$1");
        try (Connection connection = DriverManager.getConnection(
                        MillraceServers.postgres().jdbcUrl("postgres"),
                        MillraceServers.postgres().username(),
                        MillraceServers.postgres().password());
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER DATABASE \"%s\" ALLOW_CONNECTIONS %s".formatted(database, allowed));
            statement.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'".formatted(database));
        }
    }
}

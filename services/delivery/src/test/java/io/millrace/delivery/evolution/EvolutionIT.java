package io.millrace.delivery.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.transaction.TransactionOperations;
import io.millrace.contracts.EventType;
import io.millrace.testkit.MillraceTest;
import io.millrace.testkit.events.OtherServices;
import io.millrace.testkit.rest.Rest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A customer who registers has become another event twice; all three stand in one stream. */
@MillraceTest(service = "delivery")
@Property(name = OldReader.THERE, value = "true")
class EvolutionIT {

    private static final String CUSTOMERS = "/messaging/consumers/delivery-customers";
    private static final String RECIPIENTS = "SELECT id || ' ' || name FROM recipient WHERE id LIKE 'ev-%' ORDER BY id";
    private static final String DEAD = """
            SELECT reason FROM messaging.parked_event
            WHERE state = 'DEAD' AND key = 'customer.ev-3' AND consumer LIKE '%old'""";

    @Inject
    Rest rest;

    @Inject
    OtherServices others;

    @Inject
    TransactionOperations<Connection> transactions;

    @Inject
    OldReader old;

    @Test
    void aNewReaderTakesAllVersionsAndAnOldOneThoseThatItKnows() {
        register("1.0", "ev-1", "\"name\":\"Ada King Lovelace\"");
        register("1.1", "ev-2", "\"name\":\"Teller\",\"phone\":\"+441603000000\"");
        register("2.0", "ev-3", "\"givenName\":\"Grace\",\"familyName\":\"Hopper\"");
        List<String> all = List.of("ev-1 Ada King Lovelace", "ev-2 Teller", "ev-3 Grace Hopper");

        eventually(() -> assertThat(rows(RECIPIENTS)).isEqualTo(all));
        eventually(() -> assertThat(old.names).containsExactly("Ada King Lovelace", "Teller, +441603000000"));
        eventually(() -> assertThat(rows(DEAD))
                .singleElement()
                .asString()
                .contains("its schema version is 2.0, and what is known here is 1.1"));

        assertThat(rest.post(CUSTOMERS + "/rebuild").status()).isEqualTo(202);
        eventually(() -> assertThat(
                        rest.get(CUSTOMERS).body().get("rebuild").get("state").getStringValue())
                .isEqualTo("DONE"));
        assertThat(rows(RECIPIENTS)).isEqualTo(all);
    }

    private void register(String version, String id, String name) {
        others.emit(EventType.of("customers.customer.registered", version), id, """
                {"customerId":"%s",%s,"address":{"country":"United Kingdom"}}""".formatted(id, name));
    }

    private List<String> rows(String query) {
        return transactions.executeRead(tx -> {
            var row = tx.getConnection().createStatement().executeQuery(query);
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(row.getString(1));
            }
            return rows;
        });
    }

    private static void eventually(Runnable fact) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(fact::run);
    }
}

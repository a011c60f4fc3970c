package io.millrace.orders.order.exposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.testkit.MillraceServers;
import io.millrace.testkit.MillraceTest;
import io.millrace.testkit.rest.Answer;
import io.millrace.testkit.rest.Rest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@MillraceTest
class NatsAwayIT {

    private static final String ORDER = """
            {"customerId":"ada","lines":[{"sku":"A","description":"","quantity":1,\
            "unitPrice":{"amount":"1","currency":"GBP"}}]}""";

    @Inject
    Rest rest;

    @Inject
    Customers customers;

    @Test
    void healthIsDegradedMeanwhileAndOrdersAreTaken() {
        customers.register("ada");
        awaitHealth("UP");
        MillraceServers.nats().stop();
        try {
            awaitHealth("DEGRADED");
            assertThat(rest.put("/orders/1", ORDER).status()).isEqualTo(201);
            assertThat(rest.get("/health/readiness").status()).isEqualTo(200);
        } finally {
            MillraceServers.nats().start();
        }
        awaitHealth("UP");
    }

    private void awaitHealth(String messaging) {
        await().untilAsserted(() -> {
            Answer health = rest.get("/health");
            assertThat(health.status()).as(health.text()).isEqualTo(200);
            assertThat(health.body()
                            .get("details")
                            .get("messaging")
                            .get("status")
                            .getStringValue())
                    .as(health.text())
                    .isEqualTo(messaging);
        });
    }
}

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
            {"customerId":"ada","cardToken":"tok","lines":[{"sku":"A","quantity":1}]}""";

    @Inject
    Rest rest;

    @Inject
    Shop shop;

    @Test
    void healthIsDegradedMeanwhileAndOrdersAreTaken() {
        shop.register("ada");
        shop.list("A", "1.00", "GBP");
        theStreamsOfOthersAreThere();
        awaitHealth("UP");
        MillraceServers.nats().stop();
        try {
            awaitHealth("DEGRADED");
            assertThat(rest.put("/orders/1", ORDER).status()).isEqualTo(202);
            assertThat(rest.get("/health/readiness").status()).isEqualTo(200);
        } finally {
            MillraceServers.nats().start();
        }
        awaitHealth("UP");
    }

    private void theStreamsOfOthersAreThere() {
        shop.declines("nobodys");
        shop.shipment("nobodys", "dispatched");
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

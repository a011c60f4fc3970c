package io.millrace.billing.payment.exposition;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.json.tree.JsonNode;
import io.millrace.testkit.MillraceTest;
import io.millrace.testkit.rest.Rest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The provider does not know this shop's key any more, and many payments wait. */
@MillraceTest
@Property(name = "millrace.billing.provider.api-key", value = "sk_live_revoked")
class LockedOutIT {

    private static final int PAYMENTS = 40;
    private static final int ASKED_BEFORE_IT_OPENS = 20;

    @Inject
    Rest rest;

    @Inject
    Orders orders;

    @Test
    void notEachPaymentAsks() {
        List<String> ids =
                IntStream.range(0, PAYMENTS).mapToObj(i -> "locked-" + i).toList();
        ids.forEach(id -> orders.pay(id, "tok_approve"));

        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            JsonNode gateway = rest.get("/payments/gateway").body();
            assertThat(gateway.get("waiting").getIntValue()).isEqualTo(PAYMENTS);
            assertThat(gateway.get("state").getStringValue()).isEqualTo("OPEN");
            assertThat(gateway.get("lastFailure").getStringValue()).isEqualTo("answered 401 invalid_api_key");
            assertThat(gateway.get("refused").getIntValue()).isBetween(1, ASKED_BEFORE_IT_OPENS);
        });

        assertThat(rest.get("/health").text()).contains("answered 401 invalid_api_key", "DEGRADED");
        assertThat(ids).allSatisfy(id -> assertThat(orders.saidOf(id)).isEmpty());
    }
}

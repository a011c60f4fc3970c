package io.millrace.billing.payment.exposition;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.json.tree.JsonNode;
import io.millrace.testkit.MillraceTest;
import io.millrace.testkit.rest.Rest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The provider does not know this shop's key. */
@MillraceTest
@Property(name = "millrace.billing.provider.api-key", value = "sk_live_wrong")
class RefusedIT {

    @Inject
    Rest rest;

    @Inject
    Orders orders;

    @Test
    void declinesNothingAndShowsWhatIsWrong() {
        orders.pay("r-1", "tok_approve");

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> gateway().get("refused").getLongValue() == 1);

        assertThat(gateway().get("problem").getStringValue()).isEqualTo("answered 401 invalid_api_key");
        assertThat(gateway().get("state").getStringValue()).isEqualTo("CLOSED");
        assertThat(rest.get("/health").text()).contains("answered 401 invalid_api_key", "DEGRADED");
        assertThat(rest.get("/health/readiness").status()).isEqualTo(200);
        assertThat(orders.awaitStatus("r-1", "DUE").get("attempts").getIntValue())
                .isEqualTo(1);
        assertThat(orders.saidOf("r-1")).isEmpty();
    }

    private JsonNode gateway() {
        return rest.get("/payments/gateway").body();
    }
}

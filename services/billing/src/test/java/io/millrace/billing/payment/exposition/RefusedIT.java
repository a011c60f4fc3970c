package io.millrace.billing.payment.exposition;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.json.tree.JsonNode;
import io.millrace.testkit.MillraceTest;
import io.millrace.testkit.rest.Answer;
import io.millrace.testkit.rest.Rest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The provider does not know this shop's key. */
@MillraceTest
@Property(name = "millrace.billing.provider.api-key", value = "sk_live_wrong")
@Property(name = "millrace.metrics.every", value = "100ms")
class RefusedIT {

    private static final String NOT_TAKEN = """
            {"seen":"NOT_TAKEN","note":"The key was wrong all the time"}""";
    private static final String TAKEN = """
            {"seen":"TAKEN","reference":"ch_1","note":"It was another key"}""";

    @Inject
    Rest rest;

    @Inject
    Orders orders;

    @Test
    void declinesNothingAndShowsWhatIsWrong() {
        orders.pay("r-1", "tok_approve");

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> gateway().get("refused").getLongValue() >= 1);

        assertThat(gateway().get("problem").getStringValue()).isEqualTo("answered 401 invalid_api_key");
        assertThat(gateway().get("state").getStringValue()).isEqualTo("CLOSED");
        assertThat(rest.get("/health").text()).contains("answered 401 invalid_api_key", "DEGRADED");
        assertThat(rest.get("/health/readiness").status()).isEqualTo(200);
        Awaitility.await("no attempt that may have moved money")
                .until(() -> orders.awaitStatus("r-1", "DUE").get("attempts").getIntValue() == 0);
        assertThat(orders.saidOf("r-1")).isEmpty();
        Awaitility.await()
                .until(() -> rest.get("/prometheus")
                        .text()
                        .matches("(?s).*millrace_payments_waiting\\{refused=\"true\"} [1-9].*"));
        assertThat(rest.get("/prometheus").text()).contains("millrace_payments_waiting{refused=\"false\"} ");
    }

    @Test
    void isVoidedWhenItIsNotWantedAnyMore() {
        orders.pay("r-4", "tok_approve");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> gateway().get("refused").getLongValue() >= 1
                        && orders.awaitStatus("r-4", "DUE").get("attempts").getIntValue() == 0);
        orders.refund("r-4");

        orders.awaitSaid("voided", "r-4");
        assertThat(orders.saidOf("r-4")).containsExactly("voided 1");
    }

    @Test
    void isSettledByHandOnceByWhatAPersonSaw() {
        orders.pay("r-2", "tok_approve");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> rest.post("/payments/r-2/resolution", NOT_TAKEN).status() == 200);

        assertThat(rest.post("/payments/r-2/resolution", NOT_TAKEN).status()).isEqualTo(200);
        assertThat(orders.awaitStatus("r-2", "DECLINED").get("declined").getStringValue())
                .isEqualTo("settled_by_hand");
        orders.awaitSaid("declined", "r-2");
        assertThat(orders.saidOf("r-2")).hasSize(1);
        Answer other = rest.post("/payments/r-2/resolution", TAKEN);
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text()).contains("The payment is DECLINED");
    }

    @Test
    void whatIsSaidByHandMustBeWhole() {
        assertThat(rest.post("/payments/r-3/resolution", NOT_TAKEN).status()).isEqualTo(404);
        assertThat(rest.post("/payments/r-3/resolution", """
                {"seen":"TAKEN","note":"seen"}""").text())
                .contains("must be there with TAKEN and GIVEN_BACK");
        assertThat(rest.post("/payments/r-3/resolution", """
                {"seen":"NOT_TAKEN"}""").text()).contains("note");
        assertThat(rest.post("/payments/r-3/resolution", """
                {"seen":"NOT_TAKEN","note":"a\\u0000b"}""").text()).contains("note", "control characters");
        assertThat(rest.post("/payments/r-3/resolution", """
                {"seen":"TAKEN","note":"seen","reference":"ch_\\u0000"}""").text()).contains("reference", "control characters");
    }

    private JsonNode gateway() {
        return rest.get("/payments/gateway").body();
    }
}

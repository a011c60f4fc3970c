package io.millrace.billing.payment.exposition;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.json.tree.JsonNode;
import io.millrace.billing.TestProvider;
import io.millrace.contracts.Envelope;
import io.millrace.testkit.MillraceTest;
import io.millrace.testkit.events.SeenEvent;
import io.millrace.testkit.provider.SandboxProvider;
import io.millrace.testkit.rest.Answer;
import io.millrace.testkit.rest.Rest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Payments from the request to the answer, over the sandbox provider. */
@MillraceTest
@Property(name = "millrace.billing.provider.answer-timeout", value = "2s")
@Property(name = "millrace.billing.settlement.first-retry", value = "100ms")
class PaymentsIT {

    @Inject
    Rest rest;

    @Inject
    Orders orders;

    private final SandboxProvider provider = TestProvider.current();

    @Test
    void takesTheMoneyAndSaysWhoseRequestItAnswers() {
        Envelope request = orders.pay("p-plain", "tok_approve");

        SeenEvent captured = orders.awaitSaid("captured", "p-plain");

        assertThat(captured.subject()).isEqualTo("evt.billing.payment.p-plain.captured");
        assertThat(captured.envelope().causationId()).isEqualTo(request.id());
        assertThat(captured.envelope().correlationId()).isEqualTo(request.correlationId());
        String charge = captured.body().get("providerReference").getStringValue();
        assertThat(rest.get("/payments/p-plain").text()).isEqualTo("""
                {"orderId":"p-plain","status":"CAPTURED","amount":{"amount":"15.30","currency":"GBP"},"card":"rove",\
                "charge":"%s","attempts":1,"version":1}""".formatted(charge));
    }

    @ParameterizedTest
    @CsvSource({
        "tok_decline, card_declined",
        "tok_insufficient_funds, insufficient_funds",
        "tok_expired, expired_card",
        "tok_of_nobody, unknown_card_token"
    })
    void declinesWithTheProvidersCode(String token, String code) {
        orders.pay("p-" + token, token);

        SeenEvent declined = orders.awaitSaid("declined", "p-" + token);

        assertThat(declined.body().get("reason").getStringValue()).isEqualTo(code);
        assertThat(provider.charges("p-" + token)).isZero();
    }

    @Test
    void declinesWhatNoCoinsPayWithoutAsking() {
        orders.pay("p-half-a-cent", "tok_approve", "4.505", "EUR");

        SeenEvent declined = orders.awaitSaid("declined", "p-half-a-cent");

        assertThat(declined.body().get("reason").getStringValue()).isEqualTo("invalid_amount");
        assertThat(rest.get("/payments/p-half-a-cent").body().get("attempts").getIntValue())
                .isZero();
    }

    @Test
    void anotherAmountForTheSameOrderIsForAPersonToLookAt() {
        orders.pay("p-other", "tok_approve");
        orders.awaitSaid("captured", "p-other");
        orders.pay("p-other", "tok_approve", "15.31", "GBP");
        orders.pay("p-other-behind", "tok_approve");
        orders.awaitSaid("captured", "p-other-behind");

        org.awaitility.Awaitility.await()
                .until(() -> rest.get("/messaging/dead-letters?aggregate=p-other")
                        .text()
                        .contains("payment p-other is one of 15.30 GBP, but now 15.31 GBP is asked for"));
        assertThat(orders.saidOf("p-other")).containsExactly("captured 1");
        assertThat(rest.post("/messaging/dead-letters/discard", "{\"aggregate\":\"p-other\",\"reason\":\"a mistake\"}")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tok_slow", "tok_error", "tok_forget", "tok_twice"})
    void takesTheMoneyOnceWhateverBecomesOfTheAnswer(String token) {
        orders.pay("p-" + token, token);

        orders.awaitSaid("captured", "p-" + token);

        assertThat(provider.charges("p-" + token)).isEqualTo(1);
        assertThat(orders.saidOf("p-" + token)).containsExactly("captured 1");
    }

    @Test
    void aSlowCardDoesNotHoldUpTheOthers() {
        orders.pay("p-slow", "tok_slow");
        orders.pay("p-behind", "tok_approve");

        orders.awaitSaid("captured", "p-behind");
        assertThat(orders.saidOf("p-slow")).isEmpty();
        orders.awaitSaid("captured", "p-slow");
    }

    @Test
    void givesTheMoneyBack() {
        orders.pay("p-back", "tok_approve");
        orders.awaitSaid("captured", "p-back");
        Envelope request = orders.refund("p-back");

        SeenEvent refunded = orders.awaitSaid("refunded", "p-back");

        assertThat(refunded.envelope().causationId()).isEqualTo(request.id());
        assertThat(refunded.body().get("amount").get("amount").getStringValue()).isEqualTo("15.30");
        assertThat(orders.saidOf("p-back")).containsExactly("captured 1", "refunded 2");
    }

    @Test
    void findsOutWhatWasTakenBeforeItGivesItBack() {
        orders.pay("p-recalled", "tok_forget");
        org.awaitility.Awaitility.await().until(() -> provider.charges("p-recalled") == 1);
        orders.refund("p-recalled");

        orders.awaitSaid("refunded", "p-recalled");

        assertThat(orders.saidOf("p-recalled")).containsExactly("captured 1", "refunded 2");
        assertThat(provider.charges("p-recalled")).isEqualTo(1);
    }

    @Test
    void voidsWhatWasDeclinedOrNeverAskedFor() {
        orders.pay("p-no", "tok_decline");
        orders.awaitSaid("declined", "p-no");
        orders.refund("p-no");
        orders.awaitSaid("voided", "p-no");
        assertThat(orders.saidOf("p-no")).containsExactly("declined 1", "voided 2");

        orders.refund("p-never");
        orders.awaitSaid("voided", "p-never");
        orders.pay("p-never", "tok_approve");
        orders.pay("p-never-behind", "tok_approve");
        orders.awaitSaid("captured", "p-never-behind");
        assertThat(orders.saidOf("p-never")).containsExactly("voided 1", "voided 2");
        assertThat(provider.charges("p-never")).isZero();
    }

    @Test
    void answersARepeatedRequestAgainAndPaysNothingTwice() {
        orders.pay("p-again", "tok_approve");
        orders.awaitSaid("captured", "p-again");
        orders.pay("p-again", "tok_approve");
        orders.refund("p-again");
        orders.awaitSaid("refunded", "p-again");
        orders.refund("p-again");
        orders.pay("p-again-behind", "tok_approve");
        orders.awaitSaid("captured", "p-again-behind");

        assertThat(orders.saidOf("p-again")).containsExactly("captured 1", "captured 2", "refunded 3", "refunded 4");
        assertThat(provider.charges("p-again")).isEqualTo(1);
        assertThat(provider.totals().chargedTwice()).isZero();
    }

    @Test
    void listsByStatusInPages() {
        List.of("p-l1", "p-l2", "p-l3").forEach(id -> {
            orders.refund(id);
            orders.awaitStatus(id, "VOIDED");
        });

        Answer first = rest.get("/payments?status=VOIDED&limit=2");
        Answer second = rest.get("/payments?status=VOIDED&limit=200&cursor="
                + first.body().get("next").getStringValue());

        assertThat(first.body().get("items").size()).isEqualTo(2);
        assertThat(first.text() + second.text())
                .contains("p-l1", "p-l2", "p-l3")
                .doesNotContain("CAPTURED");
        assertThat(rest.get("/payments/nobody").status()).isEqualTo(404);
        assertThat(rest.get("/payments?status=LOST").status()).isEqualTo(400);
    }

    @Test
    void countsWhatTheProviderCounts() {
        orders.pay("p-counted", "tok_approve");
        orders.awaitSaid("captured", "p-counted");

        JsonNode figures = rest.get("/payment-figures").body();

        assertThat(figures.get("states").get("CAPTURED").getLongValue()).isPositive();
        assertThat(figures.get("captured").get(0).get("currency").getStringValue())
                .isEqualTo("GBP");
    }

    @Test
    void showsItsApiAndNoToken() {
        orders.pay("p-hidden", "tok_approve");
        orders.awaitSaid("captured", "p-hidden");

        assertThat(rest.get("/payments/p-hidden").text() + rest.get("/payments").text())
                .doesNotContain("\"tok_approve\"");
        assertThat(rest.get("/api/openapi.yml").text())
                .contains("title: Billing", "/payments/{orderId}", "/payments/gateway", "/payment-figures");
    }
}

package io.millrace.testkit.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.contracts.json.StrictJson;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxProviderTest {

    private static final String CHARGE = """
            {"amount":"15.30","currency":"GBP","source":"%s","metadata":{"order":"o-1"}}""";

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private SandboxProvider provider = SandboxProvider.start(SandboxSettings.inMemory());

    @AfterEach
    void stop() {
        client.close();
        provider.close();
    }

    @Test
    void chargesOnceForAKeyHoweverOftenItIsAsked() throws Exception {
        String first = charge("k", "tok_approve").body();

        assertThat(charge("k", "tok_approve").body()).isEqualTo(first);
        assertThat(provider.totals().charges()).isEqualTo(1);
        assertThat(code(charge("k", "tok_slow"))).isEqualTo("idempotency_key_reused");
    }

    @Test
    void countsWhoWasChargedTwice() throws Exception {
        charge("k-1", "tok_approve");
        charge("k-2", "tok_approve");

        assertThat(get("/v1/totals").path("chargedTwice").asLong()).isEqualTo(1);
        assertThat(get("/v1/totals").path("captured").path("GBP").asText()).isEqualTo("30.60");
        assertThat(get("/v1/charges?order=o-1").path("data")).hasSize(2);
        assertThat(get("/v1/charges?order=o-2").path("data")).isEmpty();
    }

    @Test
    void declinesAsTheCardSays() throws Exception {
        assertThat(code(charge("k-1", "tok_decline"))).isEqualTo("card_declined");
        assertThat(code(charge("k-2", "tok_what"))).isEqualTo("unknown_card_token");
        assertThat(charge("k-3", "tok_expired").statusCode()).isEqualTo(402);
    }

    @Test
    void takesOnlyWhatTheCurrencyHasCoinsFor() throws Exception {
        String charge = CHARGE.formatted("tok_approve");

        assertThat(code(post("/v1/charges", "k-1", charge.replace("15.30", "15.305"))))
                .isEqualTo("parameter_invalid");
        assertThat(code(post("/v1/charges", "k-2", charge.replace("GBP", "JPY"))))
                .isEqualTo("parameter_invalid");
        assertThat(code(post("/v1/charges", "k-3", charge.replace("GBP", "QQQ"))))
                .isEqualTo("parameter_invalid");
        assertThat(provider.totals().charges()).isZero();
        assertThat(post("/v1/charges", "k-4", charge.replace("15.30", "15.3000"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void failsAFewTimesBeforeItApproves() throws Exception {
        assertThat(charge("k", "tok_error").statusCode()).isEqualTo(500);
        charge("k", "tok_error");
        charge("k", "tok_error");
        assertThat(charge("k", "tok_error").statusCode()).isEqualTo(200);
    }

    @Test
    void forgetsToAnswerTheFirstTime() throws Exception {
        CompletableFuture<HttpResponse<String>> forgotten =
                client.sendAsync(request("k", CHARGE.formatted("tok_forget")), BodyHandlers.ofString());

        assertThatThrownBy(() -> forgotten.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        assertThat(charge("k", "tok_forget").statusCode()).isEqualTo(200);
        assertThat(provider.totals().charges()).isEqualTo(1);
        provider.close();
        assertThatThrownBy(forgotten::get).isInstanceOf(ExecutionException.class);
    }

    @Test
    void refundsAChargeOnce() throws Exception {
        String id = StrictJson.read(charge("k", "tok_approve").body().getBytes())
                .path("id")
                .asText();
        String refund = "{\"charge\":\"%s\"}".formatted(id);

        assertThat(post("/v1/refunds", "r", refund).statusCode()).isEqualTo(200);
        assertThat(post("/v1/refunds", "r", refund).statusCode()).isEqualTo(200);
        assertThat(code(post("/v1/refunds", "r-2", refund))).isEqualTo("charge_already_refunded");
        assertThat(provider.totals().refunded()).hasToString("{GBP=15.30}");
        assertThat(get("/v1/refunds").path("data")).hasSize(1);
        assertThat(get("/v1/refunds").path("data").path(0).path("charge").asText())
                .isEqualTo(id);
    }

    @Test
    void goesDownAndUpByRest() throws Exception {
        post("/sandbox/down", "k", "");
        assertThat(charge("k", "tok_approve").statusCode()).isEqualTo(503);
        post("/sandbox/down?how=refuse", "k", "");
        assertThatThrownBy(() -> charge("k", "tok_approve")).isInstanceOf(IOException.class);
        assertThat(post("/sandbox/down?how=badly", "k", "").statusCode()).isEqualTo(400);
        post("/sandbox/down?how=hang", "k", "");
        CompletableFuture<HttpResponse<String>> waiting =
                client.sendAsync(request("k", CHARGE.formatted("tok_approve")), BodyHandlers.ofString());
        assertThatThrownBy(() -> waiting.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);

        post("/sandbox/up", "k", "");

        assertThatThrownBy(() -> waiting.get(5, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
        assertThat(charge("k", "tok_approve").statusCode()).isEqualTo(200);
    }

    @Test
    void knowsAfterARestartWhatItAnsweredBefore() throws Exception {
        Path data = folder.resolve("charges.jsonl");
        restart(data);
        String first = charge("k", "tok_approve").body();
        charge("d", "tok_decline");
        Files.writeString(data, "{\"key\":\"torn", StandardOpenOption.APPEND);

        restart(data);

        assertThat(charge("k", "tok_approve").body()).isEqualTo(first);
        assertThat(code(charge("d", "tok_decline"))).isEqualTo("card_declined");
        assertThat(provider.totals().charges()).isEqualTo(1);
        charge("n", "tok_approve");
        restart(data);
        assertThat(provider.totals().charges()).isEqualTo(2);
    }

    @Test
    void aKeyKeepsItsAnswerThoughItsAmountWouldNotBeTakenToday() throws Exception {
        Path data = folder.resolve("charges.jsonl");
        Files.writeString(data, """
                {"key":"k","request":"charge Charge[amount=15.305, currency=GBP, source=tok_approve, order=o-1]",\
                "status":200,"answer":{"id":"ch_1","object":"charge","amount":"15.305","currency":"GBP",\
                "status":"succeeded","metadata":{"order":"o-1"}}}
                """);
        restart(data);
        String charge = CHARGE.formatted("tok_approve").replace("15.30", "15.305");

        assertThat(post("/v1/charges", "k", charge).body()).contains("\"id\":\"ch_1\"");
        assertThat(code(post("/v1/charges", "other", charge))).isEqualTo("parameter_invalid");
        assertThat(provider.totals().charges()).isEqualTo(1);
    }

    @Test
    void letsNobodyInWithoutAKey() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(provider.url().resolve("/v1/totals")).build();

        assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
    }

    private void restart(Path data) {
        provider.close();
        provider = SandboxProvider.start(SandboxSettings.inMemory().keptIn(data));
    }

    private HttpResponse<String> charge(String key, String token) throws Exception {
        return post("/v1/charges", key, CHARGE.formatted(token));
    }

    private HttpResponse<String> post(String path, String key, String body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(request(key, body), (_, _) -> true)
                        .uri(provider.url().resolve(path))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest request(String key, String body) {
        return HttpRequest.newBuilder(provider.url().resolve("/v1/charges"))
                .header("Authorization", "Bearer " + SandboxProvider.API_KEY)
                .header("Idempotency-Key", key)
                .timeout(Duration.ofSeconds(10))
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private JsonNode get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(provider.url().resolve(path))
                .header("Authorization", "Bearer sk_test_x")
                .build();
        return StrictJson.read(client.send(request, BodyHandlers.ofByteArray()).body());
    }

    private static String code(HttpResponse<String> response) {
        return StrictJson.read(response.body().getBytes())
                .path("error")
                .path("code")
                .asText();
    }
}

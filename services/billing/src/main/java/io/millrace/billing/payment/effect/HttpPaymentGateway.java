package io.millrace.billing.payment.effect;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.billing.payment.service.Charge;
import io.millrace.billing.payment.service.Outcome;
import io.millrace.billing.payment.service.PaymentGateway;
import io.millrace.billing.payment.service.Refund;
import io.millrace.contracts.json.StrictJson;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The payment provider over HTTP. Redirects are not followed: money goes where the configuration says. */
@Singleton
final class HttpPaymentGateway implements PaymentGateway {

    private final ProviderConfiguration configuration;
    private final HttpClient client;

    HttpPaymentGateway(ProviderConfiguration configuration) {
        this.configuration = configuration;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(configuration.connectTimeout())
                .build();
    }

    @Override
    public Outcome charge(Charge charge) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("amount", charge.amount().amount())
                .put("currency", charge.amount().currency())
                .put("source", charge.card().token().orElseThrow());
        body.putObject("metadata").put("order", charge.orderId());
        return post("/v1/charges", charge.key(), body);
    }

    @Override
    public Outcome refund(Refund refund) {
        return post(
                "/v1/refunds",
                refund.key(),
                JsonNodeFactory.instance.objectNode().put("charge", refund.charge()));
    }

    private Outcome post(String path, String key, ObjectNode body) {
        HttpRequest request = HttpRequest.newBuilder(configuration.url().resolve(path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + configuration.apiKey())
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofByteArray(StrictJson.write(body)))
                .build();
        return send(request);
    }

    /** The client's own time-out ends with the answer's head; this one holds for all of it. */
    private Outcome send(HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, BodyHandlers.ofByteArray());
        try {
            HttpResponse<byte[]> response =
                    answer.get(configuration.answerTimeout().toMillis(), TimeUnit.MILLISECONDS);
            return ProviderAnswer.read(response.statusCode(), response.body());
        } catch (TimeoutException e) {
            answer.cancel(true);
            return new Outcome.Unknown(
                    "no answer within " + configuration.answerTimeout().toMillis() + " ms");
        } catch (ExecutionException e) {
            return new Outcome.Unknown(ProviderAnswer.plain("no answer: " + e.getCause()));
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new Outcome.Unknown("interrupted before the answer");
        }
    }

    @PreDestroy
    void close() {
        client.shutdownNow();
    }
}

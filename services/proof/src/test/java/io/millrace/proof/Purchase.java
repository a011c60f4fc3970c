package io.millrace.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.millrace.cli.rest.Answer;
import io.millrace.cli.rest.RestClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.function.Function;

/**
 * Something that is there is bought, paid and made ready to be sent.
 *
 * @param services where each service answers
 */
public record Purchase(RestClient rest, Function<String, URI> services) {

    public static final String ORDER = "bought";

    private static final JsonMapper JSON = new JsonMapper();

    public void isMade(Duration patience) throws IOException {
        assertTaken(put("inventory", "/products/heart", """
                {"description": "A heart", "price": {"amount": "2.55", "currency": "GBP"}}
                """));
        assertTaken(put("inventory", "/products/heart/restocks/first", """
                {"quantity": 10}
                """));
        assertTaken(put("customers", "/customers/ana", """
                {"name": "Ana", "address": {"city": "Porto", "country": "Portugal"}}
                """));
        await("orders has heard of both")
                .atMost(patience)
                .until(() -> put("orders", "/orders/" + ORDER, """
                {"customerId": "ana", "cardToken": "tok_approve", "lines": [{"sku": "heart", "quantity": 3}]}
                """).succeeded());
        awaitStatus(patience, "orders", "/orders/" + ORDER, "CONFIRMED");
        awaitStatus(patience, "billing", "/payments/" + ORDER, "CAPTURED");
        awaitStatus(patience, "delivery", "/shipments/" + ORDER, "PREPARED");
        assertThat(rest.get(at("inventory", "/products/heart"))
                        .body()
                        .path("onHand")
                        .asInt())
                .isEqualTo(7);
    }

    private void awaitStatus(Duration patience, String service, String path, String status) {
        await("%s%s as %s".formatted(service, path, status))
                .atMost(patience)
                .until(() -> rest.get(at(service, path))
                        .body()
                        .path("status")
                        .asText()
                        .equals(status));
    }

    private Answer put(String service, String path, String body) throws IOException {
        return rest.put(at(service, path), JSON.readTree(body));
    }

    private URI at(String service, String path) {
        return services.apply(service).resolve(path);
    }

    private static void assertTaken(Answer answer) {
        assertThat(answer.succeeded()).as(answer.problem()).isTrue();
    }
}

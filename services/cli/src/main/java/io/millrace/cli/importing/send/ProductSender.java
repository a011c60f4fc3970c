package io.millrace.cli.importing.send;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.cli.importing.plan.PlannedLine;
import io.millrace.cli.importing.plan.PlannedProduct;
import io.millrace.cli.rest.Answer;
import io.millrace.cli.rest.ShopUrls;
import io.millrace.contracts.Money;
import java.net.HttpURLConnection;

/** Lists products and brings pieces in. A product that is listed already keeps its description and its price. */
final class ProductSender {

    private final PatientClient client;
    private final ShopUrls urls;

    ProductSender(PatientClient client, ShopUrls urls) {
        this.client = client;
        this.urls = urls;
    }

    Outcome list(PlannedProduct product) {
        Answer answer = client.put(urls.product(product.sku()), body(product), _ -> false);
        return answer.status() == HttpURLConnection.HTTP_CONFLICT ? new Outcome.KeptAsItIs() : outcome(answer);
    }

    /** Under an id, so that the same pieces come once however often they are sent. */
    Outcome stock(PlannedProduct product) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("quantity", product.pieces());
        return outcome(client.put(urls.restock(product.sku(), product.restockId()), body, _ -> false));
    }

    private static Outcome outcome(Answer answer) {
        return switch (answer.status()) {
            case HttpURLConnection.HTTP_CREATED -> new Outcome.Created();
            case HttpURLConnection.HTTP_OK -> new Outcome.AlreadyThere();
            default -> new Outcome.Refused(answer.problem());
        };
    }

    private static ObjectNode body(PlannedProduct product) {
        Money price = Money.of(product.price(), PlannedLine.CURRENCY);
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("description", product.description());
        body.putObject("price").put("amount", price.amount()).put("currency", price.currency());
        return body;
    }
}

package io.millrace.cli.importing.send;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.cli.importing.plan.PlannedLine;
import io.millrace.cli.importing.plan.PlannedOrder;
import io.millrace.cli.rest.Answer;
import io.millrace.cli.rest.ShopUrls;
import io.millrace.contracts.Money;
import java.net.HttpURLConnection;

/**
 * Places orders. The service takes an order once its own copy of the customer is there, so an order whose customer is
 * not known yet is sent again for a while.
 */
final class OrderSender {

    static final String CURRENCY = "GBP";
    private static final int UNPROCESSABLE = 422;

    private final PatientClient client;
    private final ShopUrls urls;

    OrderSender(PatientClient client, ShopUrls urls) {
        this.client = client;
        this.urls = urls;
    }

    Outcome send(PlannedOrder order) {
        Answer answer = client.put(urls.order(order.id()), body(order), OrderSender::customerIsNotKnown);
        return switch (answer.status()) {
            case HttpURLConnection.HTTP_CREATED -> new Outcome.Created();
            case HttpURLConnection.HTTP_OK -> new Outcome.AlreadyThere();
            default -> new Outcome.Refused(answer.problem());
        };
    }

    private static boolean customerIsNotKnown(Answer answer) {
        return answer.status() == UNPROCESSABLE && answer.blames("customerId");
    }

    private static ObjectNode body(PlannedOrder order) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("customerId", order.customerId());
        ArrayNode lines = body.putArray("lines");
        for (PlannedLine line : order.lines()) {
            Money price = Money.of(line.unitPrice(), CURRENCY);
            lines.addObject()
                    .put("sku", line.sku())
                    .put("description", line.description())
                    .put("quantity", line.quantity())
                    .putObject("unitPrice")
                    .put("amount", price.amount())
                    .put("currency", price.currency());
        }
        return body;
    }
}

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
import java.util.regex.Pattern;

/**
 * Places orders, all to be paid with a card that is approved. The service takes an order once its own copies of the
 * customer and the products are there, so an order of which something is not known yet is sent again for a while.
 */
final class OrderSender {

    private static final int UNPROCESSABLE = 422;
    private static final String CARD = "tok_approve";
    private static final Pattern NOT_KNOWN_YET = Pattern.compile("customerId|lines\\[[0-9]+]\\.sku");

    private final PatientClient client;
    private final ShopUrls urls;

    OrderSender(PatientClient client, ShopUrls urls) {
        this.client = client;
        this.urls = urls;
    }

    Outcome send(PlannedOrder order) {
        Answer answer = client.put(urls.order(order.id()), body(order), OrderSender::isNotKnownYet);
        return switch (answer.status()) {
            case HttpURLConnection.HTTP_ACCEPTED -> new Outcome.Created();
            case HttpURLConnection.HTTP_OK -> new Outcome.AlreadyThere();
            default -> new Outcome.Refused(answer.problem());
        };
    }

    private static boolean isNotKnownYet(Answer answer) {
        return answer.status() == UNPROCESSABLE && answer.blames(NOT_KNOWN_YET);
    }

    private static ObjectNode body(PlannedOrder order) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("customerId", order.customerId())
                .put("cardToken", CARD);
        ArrayNode lines = body.putArray("lines");
        for (PlannedLine line : order.lines()) {
            Money price = Money.of(line.unitPrice(), PlannedLine.CURRENCY);
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

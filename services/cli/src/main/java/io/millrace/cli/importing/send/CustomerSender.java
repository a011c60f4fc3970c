package io.millrace.cli.importing.send;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.cli.rest.Answer;
import io.millrace.cli.rest.ShopUrls;
import java.net.HttpURLConnection;

/** Registers customers. One that is there already stays as it is, whatever it has become since. */
final class CustomerSender {

    private final PatientClient client;
    private final ShopUrls urls;

    CustomerSender(PatientClient client, ShopUrls urls) {
        this.client = client;
        this.urls = urls;
    }

    Outcome send(String id, String country) {
        Answer answer = client.put(urls.customer(id), body(id, country), _ -> false);
        return switch (answer.status()) {
            case HttpURLConnection.HTTP_CREATED -> new Outcome.Created();
            case HttpURLConnection.HTTP_OK -> new Outcome.AlreadyThere();
            case HttpURLConnection.HTTP_CONFLICT -> conflict(id);
            default -> new Outcome.Refused(answer.problem());
        };
    }

    private Outcome conflict(String id) {
        Answer there = client.get(urls.customer(id));
        return there.succeeded() ? new Outcome.KeptAsItIs() : new Outcome.Refused("customer " + id + " was erased");
    }

    private static ObjectNode body(String id, String country) {
        ObjectNode customer = JsonNodeFactory.instance.objectNode().put("name", "Customer " + id);
        customer.putObject("address").put("country", country);
        return customer;
    }
}

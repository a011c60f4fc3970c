package io.millrace.asyncapi.document;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.contracts.EventType;
import java.util.Locale;

/** A channel of the document: the subjects on which one type of event travels. */
final class Channel {

    private Channel() {}

    /** {@code evt.orders.order.{orderId}.placed}, on the stream of the service that the type belongs to. */
    static ObjectNode own(EventType type, String stream) {
        String parameter = camel(type.aggregate()) + "Id";
        ObjectNode channel = channel(stream)
                .put("title", type.name())
                .put(
                        "address",
                        "evt." + type.service() + "." + type.aggregate() + ".{" + parameter + "}." + type.event());
        channel.putObject("parameters")
                .putObject(parameter)
                .put("description", "The aggregate's id, which matches [A-Za-z0-9_-]{1,64}")
                .put("location", "$message.header#/ce-subject");
        return channel;
    }

    /** Which subjects an outside system uses is its own affair. */
    static ObjectNode foreign(String type, String stream) {
        ObjectNode channel = channel(stream).put("title", type);
        return channel.putNull("address");
    }

    private static ObjectNode channel(String stream) {
        return JsonNodeFactory.instance.objectNode().put("x-nats-stream", stream);
    }

    private static String camel(String name) {
        StringBuilder camel = new StringBuilder();
        for (String word : name.split("_")) {
            camel.append(camel.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return camel.toString();
    }
}

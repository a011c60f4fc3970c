package io.millrace.asyncapi.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.asyncapi.code.Title;
import io.millrace.asyncapi.reads.Consumer;
import io.millrace.asyncapi.reads.EventVersion;
import io.millrace.asyncapi.reads.Handled;
import io.millrace.asyncapi.reads.Reads;
import io.millrace.contracts.EventType;
import io.millrace.contracts.registry.Contract;
import io.millrace.contracts.registry.ContractRegistry;
import java.util.Collection;

/**
 * The AsyncAPI 3.0 document of one service. It stands alone: nothing in it refers to another file.
 *
 * <p>AsyncAPI's NATS binding knows queues only, so what JetStream adds stands in extensions: {@code x-nats-stream},
 * {@code x-nats-durable} and {@code x-nats-delivery}.
 */
public final class AsyncApi {

    /** Where it stands in a service's jar. */
    public static final String RESOURCE = "META-INF/asyncapi/asyncapi.json";

    private final ContractRegistry contracts;
    private final JsonNode delivery;
    private final ObjectNode channels = JsonNodeFactory.instance.objectNode();
    private final ObjectNode operations = JsonNodeFactory.instance.objectNode();
    private final ObjectNode messages = JsonNodeFactory.instance.objectNode();

    private AsyncApi(ContractRegistry contracts, JsonNode delivery) {
        this.contracts = contracts;
        this.delivery = delivery;
    }

    /**
     * Writes the document.
     *
     * @param delivery how the server delivers to every consumer, as the chassis says it
     */
    public static ObjectNode document(Reads reads, Title title, ContractRegistry contracts, JsonNode delivery) {
        AsyncApi document = new AsyncApi(contracts, delivery);
        reads.emits().forEach(event -> document.addSend(event));
        reads.consumers()
                .forEach(consumer -> consumer.handles().forEach(handled -> document.addReceive(consumer, handled)));
        return document.write(reads.service(), title);
    }

    /** The newest versions of some types, with neither senders nor takers: what is published, whoever uses it. */
    public static ObjectNode document(Collection<Contract> contracts, ContractRegistry registry) {
        AsyncApi document = new AsyncApi(registry, JsonNodeFactory.instance.objectNode());
        for (Contract contract : contracts) {
            EventVersion event =
                    new EventVersion(contract.type(), contract.version().toString());
            String service = EventType.of(event.type(), event.version()).service();
            document.addMessage(event, false, Consumer.stream(service));
        }
        return document.write("contracts", new Title("Contracts", "1.0", ""));
    }

    private void addSend(EventVersion event) {
        String service = EventType.of(event.type(), event.version()).service();
        String stream = Consumer.stream(service);
        addMessage(event, false, stream);
        String name = "send." + event.type();
        // A service that moves to another version may send both for a while.
        ObjectNode operation = operation(operations.has(name) ? "send." + Message.key(event) : name, "send", event);
        operation.put("x-nats-stream", stream);
    }

    private void addReceive(Consumer consumer, Handled handled) {
        addMessage(handled.event(), consumer.foreign(), consumer.stream());
        ObjectNode operation = operation(
                "receive." + consumer.durable() + "." + Message.key(handled.event()), "receive", handled.event());
        operation.put("x-nats-stream", consumer.stream());
        operation.put("x-nats-durable", consumer.durable());
        operation.set("x-nats-delivery", delivery);
        addTexts(operation, "x-millrace-kinds", handled.kinds());
        addTexts(operation, "x-millrace-reads", handled.fields());
    }

    private ObjectNode operation(String name, String action, EventVersion event) {
        ObjectNode operation = operations.putObject(name).put("action", action);
        operation.putObject("channel").put("$ref", "#/channels/" + event.type());
        operation
                .putArray("messages")
                .addObject()
                .put("$ref", "#/channels/" + event.type() + "/messages/" + Message.key(event));
        return operation;
    }

    private void addMessage(EventVersion event, boolean foreign, String stream) {
        String key = Message.key(event);
        if (!channels.has(event.type())) {
            ObjectNode channel = foreign
                    ? Channel.foreign(event.type(), stream)
                    : Channel.own(EventType.of(event.type(), event.version()), stream);
            channel.putObject("messages");
            channels.set(event.type(), channel);
        }
        ((ObjectNode) channels.path(event.type()).path("messages"))
                .putObject(key)
                .put("$ref", "#/components/messages/" + key);
        messages.set(key, Message.of(event, foreign, contracts));
    }

    private ObjectNode write(String service, Title title) {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", title.title())
                .put("version", title.version())
                .put("description", title.description())
                .put("x-millrace-service", service);
        document.put("defaultContentType", "application/json");
        ObjectNode server = document.putObject("servers")
                .putObject("nats")
                .put("host", "{address}")
                .put("protocol", "nats")
                .put("description", "NATS with JetStream");
        server.putObject("variables")
                .putObject("address")
                .put("default", "127.0.0.1:4222")
                .put("description", "What NATS_DEFAULT_ADDRESSES names");
        document.set("channels", channels);
        document.set("operations", operations);
        document.putObject("components").set("messages", messages);
        return document;
    }

    private static void addTexts(ObjectNode node, String name, Collection<String> texts) {
        var array = node.putArray(name);
        texts.forEach(array::add);
    }
}

package io.millrace.asyncapi.document;

import static java.util.Comparator.comparing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.asyncapi.reads.EventVersion;
import io.millrace.contracts.registry.Contract;
import io.millrace.contracts.registry.ContractRegistry;
import io.millrace.contracts.registry.Sample;
import io.millrace.contracts.registry.Version;
import java.util.Optional;
import java.util.stream.Stream;

/** A message of the document: an event in the version that the code knows. */
final class Message {

    private Message() {}

    static String key(EventVersion event) {
        return event.type() + "-" + event.version();
    }

    static ObjectNode of(EventVersion event, boolean foreign, ContractRegistry contracts) {
        Optional<Contract> contract = contracts.find(event.type(), Version.parse(event.version()));
        String dataSchema = "urn:millrace:" + event.type() + ":" + event.version();
        ObjectNode message = JsonNodeFactory.instance
                .objectNode()
                .put("name", event.type())
                .put("title", event.type() + " " + event.version());
        contract.map(known -> known.schema().path("description").asText())
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> message.put("summary", text));
        message.put("contentType", "application/json");
        message.set(
                "headers",
                foreign
                        ? Headers.foreign(event.type())
                        : Headers.own(event.type().split("\\.")[0], event.type(), dataSchema));
        if (!foreign) {
            message.putObject("correlationId").put("location", "$message.header#/ce-correlationid");
        }
        contract.map(Message::body).ifPresent(message::setAll);
        message.put("x-millrace-version", event.version());
        ArrayNode versions = message.putArray("x-millrace-versions");
        contracts.versions(event.type()).keySet().forEach(version -> versions.add(version.toString()));
        older(event, contracts)
                .forEach(old -> message.withArray("x-millrace-older")
                        .addObject()
                        .put("version", old.version().toString())
                        .setAll(body(old)));
        return message;
    }

    /** What streams still hold. */
    private static Stream<Contract> older(EventVersion event, ContractRegistry contracts) {
        return contracts.versions(event.type()).headMap(Version.parse(event.version())).values().stream();
    }

    private static ObjectNode body(Contract contract) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("payload", InlineSchema.of(contract.schema()));
        body.set("examples", examples(contract));
        return body;
    }

    private static ArrayNode examples(Contract contract) {
        ArrayNode examples = JsonNodeFactory.instance.arrayNode();
        contract.samples().stream().sorted(comparing(Sample::name)).forEach(sample -> {
            ObjectNode example = examples.addObject();
            example.put("name", sample.name().isEmpty() ? "sample" : sample.name());
            example.set("payload", sample.body());
        });
        return examples;
    }
}

package io.millrace.testkit.events;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.millrace.contracts.Envelope;
import io.millrace.contracts.EnvelopeException;
import io.millrace.contracts.EnvelopeHeaders;
import io.millrace.contracts.registry.ContractException;
import io.millrace.contracts.registry.ContractRegistry;
import io.millrace.contracts.registry.Version;
import io.millrace.contracts.validation.ContractValidator;
import io.millrace.contracts.validation.Violation;
import io.nats.client.api.MessageInfo;
import io.nats.client.impl.Headers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What every message in a service's stream must look like: CloudEvents 1.0 in binary mode, names in lower case. */
final class WireContract {

    private static final JsonMapper JSON = JsonMapper.createDefault();
    private static final ContractValidator CONTRACTS =
            ContractValidator.of(ContractRegistry.fromClassPath(WireContract.class.getClassLoader()));

    private WireContract() {}

    /** Reads a message as strictly as the contract was written. */
    static SeenEvent read(String service, MessageInfo message) {
        String where = "Message %d on %s: ".formatted(message.getSeq(), message.getSubject());
        Envelope envelope = envelope(where, message.getHeaders());
        require(where + "ce-source", "/millrace/" + service, envelope.source());
        require(where + "subject", subjectOf(service, envelope), message.getSubject());
        require(where + "Nats-Msg-Id", envelope.id(), withoutWord(message.getHeaders()));
        require(
                where + "ce-datacontenttype",
                "application/json",
                message.getHeaders().getFirst("ce-datacontenttype"));
        requireContract(where, envelope, message.getData());
        return new SeenEvent(message.getSeq(), message.getSubject(), envelope, json(where, message.getData()));
    }

    /** The body is what the schema of its type and version says. */
    private static void requireContract(String where, Envelope envelope, byte[] body) {
        Version version = envelope.schemaVersion()
                .map(Version::parse)
                .orElseThrow(() -> new AssertionError("%sce-dataschema should be urn:millrace:%s:<version>, but is '%s'"
                        .formatted(where, envelope.type(), envelope.dataSchema())));
        try {
            List<Violation> violations =
                    CONTRACTS.validate(envelope.type(), version, body == null ? new byte[0] : body);
            if (!violations.isEmpty()) {
                throw new AssertionError(
                        "%s%s %s breaks its contract: %s".formatted(where, envelope.type(), version, violations));
            }
        } catch (ContractException unknown) {
            throw new AssertionError(where + unknown.getMessage(), unknown);
        }
    }

    /** The event's own name may differ from the service's: a second delivery runs as courier and says what delivery says. */
    private static String subjectOf(String service, Envelope envelope) {
        String aggregateAndEvent = envelope.type().substring(envelope.type().indexOf('.') + 1);
        int dot = aggregateAndEvent.indexOf('.');
        return "evt.%s.%s.%s.%s"
                .formatted(
                        service,
                        aggregateAndEvent.substring(0, dot),
                        envelope.subject(),
                        aggregateAndEvent.substring(dot + 1));
    }

    /** The id of the event in that of the message, which may have a word behind it that tells one sending from another. */
    private static @Nullable String withoutWord(Headers headers) {
        String id = headers.getFirst(EnvelopeHeaders.MESSAGE_ID);
        return id == null ? null : id.split("\\.", 2)[0];
    }

    private static Envelope envelope(String where, Headers headers) {
        Map<String, String> exact = new LinkedHashMap<>();
        if (headers != null) {
            headers.keySet().forEach(name -> exact.put(name, headers.getFirst(name)));
        }
        try {
            return EnvelopeHeaders.read(exact::get);
        } catch (EnvelopeException e) {
            throw new AssertionError("%s%s, in %s".formatted(where, e.getMessage(), exact), e);
        }
    }

    private static JsonNode json(String where, byte[] body) {
        try {
            return JSON.readValue(body, Argument.of(JsonNode.class));
        } catch (IOException e) {
            throw new AssertionError(where + "the body is not JSON: " + new String(body, StandardCharsets.UTF_8), e);
        }
    }

    static String text(JsonNode body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void require(String what, String wanted, String found) {
        if (!wanted.equals(found)) {
            throw new AssertionError("%s should be '%s', but is '%s'".formatted(what, wanted, found));
        }
    }
}

package io.millrace.asyncapi.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.asyncapi.TheMill;
import io.millrace.asyncapi.code.Title;
import io.millrace.asyncapi.reads.EventVersion;
import io.millrace.asyncapi.reads.Reads;
import io.millrace.contracts.json.StrictJson;
import io.millrace.contracts.registry.Contract;
import io.millrace.contracts.registry.ContractRegistry;
import io.millrace.contracts.registry.Sample;
import io.millrace.contracts.registry.Version;
import io.millrace.testkit.asyncapi.AsyncApiSchema;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class AsyncApiTest {

    private static final String SCHEMA = """
        {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:millrace:farm.grain.delivered:%s",
         "description": "Grain came", "type": "object",
         "properties": {"farmer": {"$ref": "#/$defs/person", "description": "Who brought it"},
                        "sacks": {"type": "array", "items": {"$ref": "#/$defs/sack"}}},
         "required": ["farmer"], "additionalProperties": false,
         "$defs": {"person": {"type": "object", "properties": {"name": {"type": "string"}}},
                   "sack": {"type": "object", "properties": {"within": {"$ref": "#/$defs/sack"}}}}}
        """;

    private final ObjectNode document = AsyncApi.document(
            TheMill.reads(),
            new Title("Mill", "1.0", "Makes flour"),
            ContractRegistry.of(List.of(
                    contract("1.0"),
                    contract("1.1", new Sample("", json("{\"farmer\": {\"name\": \"Ana\"}}"))),
                    contract("2.0"))),
            json("{\"mode\": \"push\", \"ackPolicy\": \"all\"}"));

    @Test
    void isAsyncApi() {
        assertThat(AsyncApiSchema.problems(document)).isEmpty();
    }

    @Test
    void wouldBeFoundOutIfItWereNot() {
        assertBad(bad -> bad.remove("info"));
        assertBad(bad -> bad.put("asyncapi", "2.6.0"));
        assertBad(bad -> operation(bad).put("action", "emit"));
        assertBad(bad -> operation(bad).put("nats-durable", "no extension without x-"));
        assertBad(bad -> payload(bad).put("type", "text"));
        assertBad(bad -> payload(bad).put("required", true));
        assertBad(bad -> ((ObjectNode) operation(bad).path("channel")).put("$ref", "#/channels/none"));
    }

    @Test
    void sendsOnTheSubjectOfTheAggregate() {
        JsonNode channel = document.path("channels").path("mill.flour.milled");

        assertThat(channel.path("address").asText()).isEqualTo("evt.mill.flour.{flourId}.milled");
        assertThat(channel.path("parameters").has("flourId")).isTrue();
        assertThat(channel.path("x-nats-stream").asText()).isEqualTo("MILL");
        assertThat(document.at("/operations/send.mill.flour.milled/action").asText())
                .isEqualTo("send");
    }

    @Test
    void receivesAsTheConsumerThatItIs() {
        JsonNode operation = document.path("operations").path("receive.mill-farm.farm.grain.delivered-1.1");

        assertThat(operation.path("x-nats-stream").asText()).isEqualTo("FARM");
        assertThat(operation.path("x-nats-durable").asText()).isEqualTo("mill-farm");
        assertThat(operation.at("/x-nats-delivery/ackPolicy").asText()).isEqualTo("all");
        assertThat(operation.path("x-millrace-reads").toString()).contains("farmer.name");
    }

    @Test
    void hasTheSchemaOfTheVersionThatTheCodeKnowsAndAllVersionsThereAre() {
        JsonNode message = document.path("components").path("messages").path("farm.grain.delivered-1.1");

        assertThat(message.at("/headers/properties/ce-dataschema/const").asText())
                .isEqualTo("urn:millrace:farm.grain.delivered:1.1");
        assertThat(message.at("/payload/properties/farmer")).isEqualTo(json("""
            {"type": "object", "properties": {"name": {"type": "string"}}, "description": "Who brought it"}
            """));
        assertThat(message.at("/examples/0/payload/farmer/name").asText()).isEqualTo("Ana");
        assertThat(message.path("x-millrace-versions").toString()).isEqualTo("[\"1.0\",\"1.1\",\"2.0\"]");
    }

    @Test
    void standsAlone() {
        assertThat(document.findValuesAsText("$ref")).isNotEmpty().allMatch(reference -> reference.startsWith("#/"));
        assertThat(document.path("components").toString()).doesNotContain("$defs", "$ref", "$id");
    }

    @Test
    void doesNotClaimToKnowTheSubjectsOfAnOutsideSystem() {
        JsonNode channel = document.path("channels").path("weather.storm.coming");

        assertThat(channel.path("address").isNull()).isTrue();
        assertThat(channel.path("x-nats-stream").asText()).isEqualTo("WEATHER");
    }

    @Test
    void sendsEachVersionOfATypeWhereItSendsTwo() {
        ObjectNode both = AsyncApi.document(
                new Reads(
                        "farm",
                        List.of(
                                new EventVersion("farm.grain.delivered", "1.1"),
                                new EventVersion("farm.grain.delivered", "2.0")),
                        List.of()),
                new Title("Farm", "1.0", ""),
                ContractRegistry.of(List.of(contract("1.1"), contract("2.0"))),
                json("{}"));

        assertThat(both.path("operations").findValuesAsText("$ref"))
                .contains(
                        "#/channels/farm.grain.delivered/messages/farm.grain.delivered-1.1",
                        "#/channels/farm.grain.delivered/messages/farm.grain.delivered-2.0");
        assertThat(AsyncApiSchema.problems(both)).isEmpty();
    }

    @Test
    void hasTheHeadersThatAreNotAlwaysThereToo() {
        JsonNode own = document.at("/components/messages/mill.flour.milled-1.0/headers");
        JsonNode foreign = document.at("/components/messages/weather.storm.coming-1.0/headers");

        assertThat(own.path("properties").propertyStream().map(Map.Entry::getKey))
                .contains("Nats-Expected-Last-Msg-Id", "Nats-Batch-Id", "Nats-Batch-Commit", "traceparent");
        assertThat(own.path("required").toString()).doesNotContain("Nats-Batch", "Nats-Expected", "trace");
        assertThat(foreign.path("properties").propertyStream().map(Map.Entry::getKey))
                .contains("ce-dataschema", "ce-sequence", "ce-actor", "traceparent");
        assertThat(foreign.path("required").toString()).isEqualTo("[\"ce-type\",\"ce-id\",\"ce-source\"]");
    }

    private void assertBad(Consumer<ObjectNode> damage) {
        ObjectNode bad = document.deepCopy();
        damage.accept(bad);
        assertThat(bad).isNotEqualTo(document);
        assertThat(AsyncApiSchema.problems(bad)).isNotEmpty();
    }

    private static ObjectNode operation(JsonNode document) {
        return (ObjectNode) document.path("operations").path("send.mill.flour.milled");
    }

    private static ObjectNode payload(JsonNode document) {
        return (ObjectNode) document.path("components")
                .path("messages")
                .path("farm.grain.delivered-1.1")
                .path("payload");
    }

    private static Contract contract(String version, Sample... samples) {
        return new Contract(
                "farm.grain.delivered", Version.parse(version), json(SCHEMA.formatted(version)), List.of(samples));
    }

    private static JsonNode json(String text) {
        return StrictJson.read(text.getBytes(UTF_8));
    }
}

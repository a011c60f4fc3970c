package io.millrace.asyncapi.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.asyncapi.TheMill;
import io.millrace.asyncapi.code.Title;
import io.millrace.asyncapi.document.AsyncApi;
import io.millrace.asyncapi.reads.EventVersion;
import io.millrace.asyncapi.reads.Reads;
import io.millrace.contracts.json.StrictJson;
import io.millrace.contracts.registry.Contract;
import io.millrace.contracts.registry.ContractRegistry;
import io.millrace.contracts.registry.Sample;
import io.millrace.contracts.registry.Version;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventsPageTest {

    private static final Contract CONTRACT = new Contract(
            "farm.grain.delivered",
            new Version(1, 1),
            json("""
                {"type": "object", "description": "Grain <came> & went",
                 "properties": {"sacks": {"type": "array", "maxItems": 9, "items": {
                     "type": "object", "properties": {"kilos": {"type": "integer", "description": "How heavy"}}}}},
                 "required": ["sacks"]}
                """),
            List.of(new Sample("", json("{\"sacks\": [{\"kilos\": 50}]}"))));

    private static final ContractRegistry NONE = ContractRegistry.of(List.of());

    private final ObjectNode mill = document(TheMill.reads());
    private final ObjectNode farm =
            document(new Reads("farm", List.of(new EventVersion("farm.grain.delivered", "1.1")), List.of()));

    @Test
    void showsWhoSendsAndTakesAnEventAcrossServices() {
        Event delivered = Events.of(List.of(mill, farm)).stream()
                .filter(event -> event.type().equals("farm.grain.delivered"))
                .findFirst()
                .orElseThrow();

        assertThat(delivered.sentBy()).containsExactly("farm");
        assertThat(delivered.readers()).extracting(Reader::durable).containsExactly("mill-farm");
        assertThat(EventsPage.ofShop(List.of(mill, farm), NONE))
                .contains(
                        "id=\"farm.grain.delivered\"", "mill-farm", "sacks[].kilos", "How heavy", "at most 9 elements")
                .contains("&quot;kilos&quot; : 50");
    }

    @Test
    void showsTheOlderVersionsThatStreamsStillHold() {
        Contract older = new Contract(
                CONTRACT.type(),
                new Version(1, 0),
                json("{\"type\": \"object\", \"properties\": {\"bushels\": {\"type\": \"integer\"}}}"),
                List.of(new Sample("", json("{\"bushels\": 12}"))));
        ObjectNode document = document(
                new Reads("farm", List.of(new EventVersion(CONTRACT.type(), "1.1")), List.of()),
                ContractRegistry.of(List.of(older, CONTRACT)));

        assertThat(EventsPage.ofService(document))
                .contains("<summary>Version 1.0</summary>", "<code>bushels</code>", "&quot;bushels&quot; : 12")
                .doesNotContain("<summary>Version 1.1</summary>");
    }

    @Test
    void showsWhatIsPublishedAndNobodyUsesYet() {
        Contract lost = new Contract("farm.grain.lost", new Version(1, 0), CONTRACT.schema(), List.of());
        ContractRegistry registry = ContractRegistry.of(List.of(CONTRACT, lost));

        assertThat(EventsPage.ofShop(List.of(farm), registry))
                .contains("id=\"farm.grain.lost\"", "unused", "Nobody takes it here.")
                .containsOnlyOnce("id=\"farm.grain.delivered\"");
    }

    @Test
    void showsTextAsText() {
        assertThat(EventsPage.ofShop(List.of(farm), NONE))
                .contains("Grain &lt;came&gt; &amp; went")
                .doesNotContain("<came>");
    }

    @Test
    void needsNothingFromElsewhere() {
        assertThat(EventsPage.ofService(mill))
                .doesNotContain("src=", "http://", "https://", "url(", "@import", "<script");
    }

    private static ObjectNode document(Reads reads) {
        return document(reads, ContractRegistry.of(List.of(CONTRACT)));
    }

    private static ObjectNode document(Reads reads, ContractRegistry registry) {
        return AsyncApi.document(reads, new Title(reads.service(), "1.0", ""), registry, json("{}"));
    }

    private static JsonNode json(String text) {
        return StrictJson.read(text.getBytes(UTF_8));
    }
}

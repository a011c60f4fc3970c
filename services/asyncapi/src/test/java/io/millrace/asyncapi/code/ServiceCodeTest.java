package io.millrace.asyncapi.code;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.millrace.asyncapi.TheMill;
import io.millrace.asyncapi.reads.Consumer;
import io.millrace.asyncapi.reads.EventVersion;
import io.millrace.asyncapi.reads.Handled;
import io.millrace.asyncapi.reads.Reads;
import io.millrace.asyncapi.reads.ReadsJson;
import io.millrace.contracts.json.StrictJson;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceCodeTest {

    private final Reads mill = TheMill.reads();

    @Test
    void emitsWhatItMakesOfItsOwnEvents() {
        assertThat(mill.emits())
                .containsExactly(
                        new EventVersion("mill.flour.milled", "1.0"), new EventVersion("mill.flour.sold", "1.0"));
    }

    @Test
    void namesConsumersAsTheChassisDoes() {
        assertThat(mill.consumers())
                .extracting(Consumer::durable, Consumer::stream)
                .containsExactly(
                        tuple("mill-farm", "FARM"), tuple("mill-farm-alarm", "FARM"), tuple("mill-weather", "WEATHER"));
        assertThat(consumer("mill-farm").tables()).containsExactly("grain");
        assertThat(consumer("mill-farm").foreign()).isFalse();
        assertThat(consumer("mill-weather").foreign()).isTrue();
        assertThat(consumer("mill-weather").keep()).isEqualTo("3d");
    }

    @Test
    void knowsTheVersionOfWhatItTakesAndWhetherItProjectsOrReacts() {
        assertThat(delivered().event()).isEqualTo(new EventVersion("farm.grain.delivered", "1.1"));
        assertThat(delivered().kinds()).containsExactly("projection", "reaction");
        assertThat(handled("mill-farm-alarm", "farm.grain.lost").kinds()).containsExactly("reaction");
    }

    @Test
    void readsFieldsThroughCallsReferencesPatternsInterfacesAndMethodsOfTheRecord() {
        assertThat(delivered().fields())
                .containsExactly(
                        "farmer",
                        "farmer.name",
                        "farmer.village",
                        "note",
                        "note.text",
                        "number",
                        "sacks",
                        "sacks[].kilos");
    }

    @Test
    void readsAllFieldsThatAPatternTakesApart() {
        assertThat(handled("mill-farm", "farm.grain.lost").fields()).containsExactly("grainId", "why");
    }

    @Test
    void needsWhatTheConstructorLooksAtAndWhatCannotBeLeftOut() {
        assertThat(delivered().needed()).containsExactly("number", "sacks", "sacks[].kilos");
    }

    @Test
    void isTheSameAfterItWasWrittenAndRead() {
        assertThat(ReadsJson.read(ReadsJson.write(mill))).isEqualTo(mill);
    }

    @Test
    void dependsOnAFieldByReadingItOrAnythingWithin() {
        Handled handled = new Handled(
                new EventVersion("a.b.c", "1.0"),
                List.of(),
                List.of("to", "to.city", "lines"),
                List.of("lines[].price"));

        assertThat(handled.dependsOn("to")).isTrue();
        assertThat(handled.dependsOn("to.city")).isTrue();
        assertThat(handled.dependsOn("to.street")).isFalse();
        assertThat(handled.dependsOn("t")).isFalse();
        assertThat(handled.dependsOn("lines[].price")).isTrue();
    }

    @Test
    void versionsAreInTheirOrderAndNotInThatOfTheirText() {
        assertThat(new EventVersion("a.b.c", "1.9")).isLessThan(new EventVersion("a.b.c", "1.10"));
        assertThatThrownBy(() -> new EventVersion("a.b.c", "one")).hasMessageStartingWith("a.b.c: a version is");
    }

    @Test
    void whatIsNoDescriptionIsRefused() {
        assertThat(List.of(
                        "{}",
                        "[]",
                        "{'service': 'a', 'emits': []}",
                        "{'service': 'a', 'emits': {}, 'consumers': []}",
                        "{'service': 'a', 'emits': [{'type': 'a.b.c', 'version': 'x'}], 'consumers': []}",
                        "{'service': 'a', 'emits': [1], 'consumers': []}",
                        "{'service': 'a', 'emits': [], 'consumers': [{'durable': 'a-b', 'stream': 'B',"
                                + " 'tables': [1]}]}"))
                .allSatisfy(json -> assertThatThrownBy(() -> ReadsJson.read(
                                StrictJson.read(json.replace('\'', '"').getBytes(UTF_8))))
                        .isExactlyInstanceOf(IllegalArgumentException.class));
    }

    @Test
    void dependsOnAllOfAPartThatIsTakenWhole() {
        Handled handled = new Handled(
                new EventVersion("a.b.c", "1.0"),
                List.of(),
                List.of("to", "lines", "total", "total.amount"),
                List.of());

        assertThat(handled.dependsOn("to.street")).isTrue();
        assertThat(handled.dependsOn("to.place.country")).isTrue();
        assertThat(handled.dependsOn("lines[].sku")).isTrue();
        assertThat(handled.dependsOn("total.currency")).isFalse();
        assertThat(handled.dependsOn("token")).isFalse();
    }

    private Handled delivered() {
        return handled("mill-farm", "farm.grain.delivered");
    }

    private Handled handled(String consumer, String type) {
        return consumer(consumer).handles().stream()
                .filter(handled -> handled.event().type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private Consumer consumer(String durable) {
        return mill.consumers().stream()
                .filter(consumer -> consumer.durable().equals(durable))
                .findFirst()
                .orElseThrow();
    }
}

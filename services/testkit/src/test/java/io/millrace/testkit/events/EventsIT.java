package io.millrace.testkit.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.contracts.Envelope;
import io.millrace.testkit.MillraceServers;
import io.millrace.testkit.nats.NatsClient;
import io.nats.client.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventsIT {

    private static final String HAPPENED = "tests.thing.happened";
    private static final String URL = MillraceServers.nats().url();

    private final Events events = Events.at(URL);
    private final OtherServices others = OtherServices.at(URL, Clock.systemUTC());

    @BeforeEach
    void startWithoutStreams() {
        MillraceServers.deleteStreams();
    }

    @AfterEach
    void disconnect() {
        events.close();
        others.close();
    }

    @Test
    void seesNothingWhereThereIsNoStreamYet() {
        assertThat(events.all("tests")).isEmpty();
    }

    @Test
    void awaitsTheFactThatIsDescribed() {
        happened("o-1", 1);
        Envelope second = happened("o-2", 2);

        SeenEvent seen = events.expect(HAPPENED)
                .forAggregate("o-2")
                .atVersion(1)
                .withBody(body -> body.get("number").getIntValue() == 2)
                .await();

        assertThat(seen.position()).isEqualTo(2);
        assertThat(seen.subject()).isEqualTo("evt.tests.thing.o-2.happened");
        assertThat(seen.envelope().id()).isEqualTo(second.id());
    }

    @Test
    void awaitsSeveral() {
        Thread.startVirtualThread(() -> {
            happened("s-1", 1);
            ended("s-1");
            happened("s-2", 1);
        });
        List<SeenEvent> happened = events.expect(HAPPENED).await(2);
        assertThat(happened).extracting(event -> event.envelope().subject()).containsExactly("s-1", "s-2");
    }

    @Test
    void countsAnAggregatesVersions() {
        happened("1", 1);
        ended("1");
        assertThat(events.all("tests"))
                .extracting(event -> event.envelope().sequence())
                .containsExactly(1L, 2L);
    }

    @Test
    void listsWhatWasThereInsteadWhenTheFactStaysAway() {
        ended("o-1");
        Expectation hopeless = events.expect(HAPPENED).forAggregate("o-1");
        assertThatThrownBy(() -> hopeless.within(Duration.ofMillis(200)).await())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("tests.thing.happened for o-1")
                .hasMessageContaining("1. tests.thing.ended o-1 v1 {\"thing\":\"o-1\"}");
    }

    @Test
    void refusesAMessageThatIsNoCloudEvent() throws Exception {
        happened("o-1", 1);
        try (Connection connection = NatsClient.connect(URL)) {
            connection.jetStream().publish("evt.tests.thing.o-2.happened", new byte[0]);
        }
        assertThatThrownBy(() -> events.all("tests"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Message 2 on evt.tests.thing.o-2.happened: header ce-specversion is missing");
    }

    @Test
    void refusesABodyThatBreaksItsContract() {
        others.emit(HAPPENED, "o-1", "{\"thing\":\"o-1\",\"number\":\"one\"}");
        assertThatThrownBy(() -> events.all("tests"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("tests.thing.happened 1.0 breaks its contract: [number must be");
    }

    private Envelope happened(String thing, int number) {
        return others.emit(HAPPENED, thing, "{\"thing\":\"%s\",\"number\":%d}".formatted(thing, number));
    }

    private void ended(String thing) {
        others.emit("tests.thing.ended", thing, "{\"thing\":\"%s\"}".formatted(thing));
    }
}

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
        assertThat(events.all("orders")).isEmpty();
    }

    @Test
    void awaitsTheFactThatIsDescribed() {
        others.emit("orders.order.placed", "o-1", """
            {"lines":[]}""");
        Envelope second = others.emit("orders.order.placed", "o-2", """
            {"lines":[{"sku":"85123A"}]}""");

        SeenEvent seen = events.expect("orders.order.placed")
                .forAggregate("o-2")
                .atVersion(1)
                .withBody(body -> body.get("lines").size() == 1)
                .await();

        assertThat(seen.position()).isEqualTo(2);
        assertThat(seen.subject()).isEqualTo("evt.orders.order.o-2.placed");
        assertThat(seen.envelope().id()).isEqualTo(second.id());
    }

    @Test
    void awaitsSeveral() {
        Thread.startVirtualThread(() -> {
            others.emit("courier.shipment.prepared", "s-1", "{}");
            others.emit("courier.shipment.dispatched", "s-1", "{}");
            others.emit("courier.shipment.prepared", "s-2", "{}");
        });
        List<SeenEvent> prepared = events.expect("courier.shipment.prepared").await(2);
        assertThat(prepared).extracting(event -> event.envelope().subject()).containsExactly("s-1", "s-2");
    }

    @Test
    void countsAnAggregatesVersions() {
        others.emit("customers.customer.registered", "1", "{}");
        others.emit("customers.customer.renamed", "1", "{}");
        assertThat(events.all("customers"))
                .extracting(event -> event.envelope().sequence())
                .containsExactly(1L, 2L);
    }

    @Test
    void listsWhatWasThereInsteadWhenTheFactStaysAway() {
        others.emit("orders.order.cancelled", "o-1", """
            {"reason":"rain"}""");
        Expectation hopeless = events.expect("orders.order.placed").forAggregate("o-1");
        assertThatThrownBy(() -> hopeless.within(Duration.ofMillis(200)).await())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("orders.order.placed for o-1")
                .hasMessageContaining("1. orders.order.cancelled o-1 v1 {\"reason\":\"rain\"}");
    }

    @Test
    void refusesAMessageThatIsNoCloudEvent() throws Exception {
        others.emit("orders.order.placed", "o-1", "{}");
        try (Connection connection = NatsClient.connect(URL)) {
            connection.jetStream().publish("evt.orders.order.o-2.placed", new byte[0]);
        }
        assertThatThrownBy(() -> events.all("orders"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Message 2 on evt.orders.order.o-2.placed: header ce-specversion is missing");
    }
}

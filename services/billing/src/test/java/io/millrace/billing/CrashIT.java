package io.millrace.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.testkit.MillraceServers;
import io.millrace.testkit.events.Events;
import io.millrace.testkit.events.OtherServices;
import io.millrace.testkit.events.SeenEvent;
import io.millrace.testkit.provider.SandboxProvider;
import io.millrace.testkit.provider.SandboxSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Instances as processes of their own, killed while money moves. */
class CrashIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> CARDS =
            List.of("tok_approve", "tok_approve", "tok_decline", "tok_twice", "tok_approve");

    private SandboxProvider provider;
    private OtherServices others;
    private Events events;
    private String database;

    @BeforeEach
    void start() {
        MillraceServers.deleteStreams();
        database = MillraceServers.freshDatabase("billing_crash");
        provider = SandboxProvider.start(SandboxSettings.inMemory().withSlowCardsTaking(Duration.ofSeconds(2)));
        others = OtherServices.at(MillraceServers.nats().url(), Clock.systemUTC());
        events = Events.at(MillraceServers.nats().url());
    }

    @AfterEach
    void stop() {
        events.close();
        others.close();
        provider.close();
    }

    @Test
    void moneyThatMovedWhenTheProcessWasKilledIsFoundAndGivenBack() {
        try (Instance first = Instance.start("billing-1", database, provider.url())) {
            pay("k-back", "tok_slow");
            pay("k-kept", "tok_slow");
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> provider.charges("k-back") + provider.charges("k-kept") == 2);
            first.kill();
        }
        assertThat(events.all("billing")).isEmpty();
        others.emit("orders.fulfilment.refund_requested", "k-back", "{\"orderId\":\"k-back\"}");

        try (Instance _ = Instance.start("billing-1", database, provider.url())) {
            events.expect("billing.payment.refunded").forAggregate("k-back").await();
            events.expect("billing.payment.captured").forAggregate("k-kept").await();
        }
        assertThat(provider.charges("k-back")).isEqualTo(1);
        assertThat(provider.charges("k-kept")).isEqualTo(1);
        assertThat(types("k-back")).containsExactly("billing.payment.captured", "billing.payment.refunded");
    }

    @Test
    void twoInstancesDoNotDoubleAnythingThoughOneIsKilled() {
        List<String> ids = IntStream.range(0, 100).mapToObj(i -> "t-" + i).toList();
        try (Instance first = Instance.start("billing-1", database, provider.url());
                Instance _ = Instance.start("billing-2", database, provider.url())) {
            for (int i = 0; i < ids.size(); i++) {
                pay(ids.get(i), CARDS.get(i % CARDS.size()));
            }
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> provider.totals().charges() > 10);
            first.kill();
            Awaitility.await().atMost(PATIENCE).until(() -> answers().count() >= ids.size());
        }
        assertThat(ids).allSatisfy(id -> assertThat(types(id)).hasSize(1));
        assertThat(answers().filter(type -> type.endsWith("captured")).count())
                .isEqualTo(provider.totals().charges());
        assertThat(provider.totals().chargedTwice()).isZero();
        assertThat(provider.totals().charges()).isEqualTo(80);
    }

    private void pay(String orderId, String card) {
        others.emit("orders.fulfilment.payment_requested", orderId, """
                {"orderId":"%s","customerId":"17850","amount":{"amount":"15.30","currency":"GBP"},"cardToken":"%s"}
                """.formatted(orderId, card));
    }

    private Stream<String> answers() {
        return events.all("billing").stream().map(event -> event.envelope().type());
    }

    private List<String> types(String orderId) {
        return events.all("billing").stream()
                .map(SeenEvent::envelope)
                .filter(envelope -> envelope.subject().equals(orderId))
                .map(envelope -> envelope.type())
                .toList();
    }
}

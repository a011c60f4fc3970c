package io.millrace.billing.payment.exposition;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.json.tree.JsonNode;
import io.millrace.billing.TestProvider;
import io.millrace.testkit.MillraceTest;
import io.millrace.testkit.events.Events;
import io.millrace.testkit.events.SeenEvent;
import io.millrace.testkit.provider.SandboxProvider;
import io.millrace.testkit.rest.Rest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The provider goes away and comes back. */
@MillraceTest
@Property(name = "millrace.billing.provider.answer-timeout", value = "2s")
@Property(name = "millrace.billing.settlement.first-retry", value = "100ms")
class BreakerIT {

    private static final int PAYMENTS = 30;
    private static final Duration SOON = Duration.ofSeconds(5);

    /** How a provider fails. */
    enum Outage {
        DOWN {
            @Override
            void begin(SandboxProvider provider) {
                provider.down();
            }
        },
        HANGING {
            @Override
            void begin(SandboxProvider provider) {
                provider.hang();
            }
        },
        REFUSING {
            @Override
            void begin(SandboxProvider provider) {
                provider.refuse();
            }
        };

        abstract void begin(SandboxProvider provider);
    }

    @Inject
    Rest rest;

    @Inject
    Orders orders;

    @Inject
    Events events;

    private final SandboxProvider provider = TestProvider.current();

    @ParameterizedTest
    @EnumSource
    void paymentsWaitAndGoOnByThemselves(Outage outage) {
        List<String> ids = IntStream.range(0, PAYMENTS)
                .mapToObj(i -> "%s-%d".formatted(outage, i))
                .toList();
        outage.begin(provider);
        ids.forEach(id -> orders.pay(id, "tok_approve"));

        eventually(this::isOpen);
        String began = gateway().get("since").getStringValue();
        eventually(() -> gateway().get("waiting").getIntValue() == PAYMENTS);
        assertThat(rest.get("/health").text()).contains("\"payment-provider\"", "DEGRADED");
        assertThat(rest.get("/health/readiness").status()).isEqualTo(200);
        assertThat(rest.get("/prometheus").text()).contains("millrace_payment_provider_breaker{state=\"closed\"} 0.0");

        long before = attempts(ids);
        eventually(() -> attempts(ids) > before && isOpen());
        assertThat(attempts(ids) - before)
                .as("calls while the provider is away")
                .isBetween(1L, 3L);
        assertThat(gateway().get("since").getStringValue())
                .as("when the outage began")
                .isEqualTo(began);
        assertThat(ids).allSatisfy(id -> assertThat(orders.saidOf(id)).isEmpty());

        provider.up();

        Awaitility.await("all payments to be captured")
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> captured(ids) == PAYMENTS);
        assertThat(gateway().get("state").getStringValue()).isEqualTo("CLOSED");
        assertThat(rest.get("/prometheus").text()).contains("millrace_payment_provider_breaker{state=\"closed\"} 1.0");
        assertThat(provider.totals().chargedTwice()).isZero();
        assertThat(provider.totals().charges()).isEqualTo(capturedEvents().size());
        assertThat(provider.totals().captured().get("GBP")).isEqualByComparingTo(sum(capturedEvents()));
    }

    private boolean isOpen() {
        return gateway().get("state").getStringValue().equals("OPEN");
    }

    private JsonNode gateway() {
        return rest.get("/payments/gateway").body();
    }

    private long attempts(List<String> ids) {
        return ids.stream()
                .mapToLong(
                        id -> rest.get("/payments/" + id).body().get("attempts").getLongValue())
                .sum();
    }

    private long captured(List<String> ids) {
        return capturedEvents().stream()
                .filter(event -> ids.contains(event.envelope().subject()))
                .count();
    }

    private List<SeenEvent> capturedEvents() {
        return events.expect("billing.payment.captured").soFar();
    }

    private static BigDecimal sum(List<SeenEvent> captured) {
        return captured.stream()
                .map(event ->
                        new BigDecimal(event.body().get("amount").get("amount").getStringValue()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void eventually(Callable<Boolean> fact) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(fact);
    }
}

package io.millrace.cli.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.millrace.cli.FakeShop;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SettlingTest {

    private static final int ORDERS = 20;

    private final FakeShop shop = new FakeShop();
    private final RestClient rest = new RestClient(Duration.ofSeconds(10));
    private final AtomicLong seconds = new AtomicLong();

    /** A second passes whenever somebody looks at it. */
    private final Clock clock =
            ((InstantSource) () -> Instant.ofEpochSecond(seconds.getAndIncrement())).withZone(ZoneOffset.UTC);

    @BeforeEach
    void placeOrders() {
        for (int i = 0; i < ORDERS; i++) {
            shop.orders().put("o-" + i, JsonNodeFactory.instance.objectNode());
        }
    }

    @AfterEach
    void close() {
        rest.close();
        shop.close();
    }

    @Test
    void waitsLongerThanItsLimitWhileMoreAndMoreOrdersHaveAShipment() throws InterruptedException {
        shop.underWay(ORDERS);

        assertThat(new Settling(rest, shop.urls(), clock)
                        .await(Duration.ofSeconds(5))
                        .complete())
                .isTrue();
        assertThat(seconds.get()).isGreaterThan(ORDERS);
    }

    @Test
    void givesUpWhenNothingGoesOn() throws InterruptedException {
        shop.lag(Integer.MAX_VALUE);

        assertThat(new Settling(rest, shop.urls(), clock)
                        .await(Duration.ofSeconds(5))
                        .trouble())
                .isEqualTo("delivery has not handled every event yet");
    }

    @Test
    void givesUpWhenNobodyAnswers() throws InterruptedException {
        shop.goAway();

        assertThat(new Settling(rest, shop.urls(), clock)
                        .await(Duration.ofSeconds(5))
                        .trouble())
                .isEqualTo("a service does not answer");
        shop.comeBack();
    }
}

package io.millrace.chassis.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.chassis.parked.ParkedEvent;
import io.millrace.chassis.source.SourceMessage;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class EventLogTest {

    private static final String HEADERS = """
            ce-id: event-1
            ce-type: orders.order.placed
            ce-correlationid: flow-1
            Nats-Msg-Id: event-1.4kq
            """;

    @AfterEach
    void clear() {
        MDC.clear();
    }

    @Test
    void aLineAboutAnEventBearsItsIds() {
        Map<String, String> seen = new HashMap<>();
        MDC.put("loop", "delivery-orders");

        EventLog.about("delivery-orders", message(HEADERS), () -> seen.putAll(MDC.getCopyOfContextMap()));

        assertThat(seen)
                .containsOnly(
                        Map.entry("loop", "delivery-orders"),
                        Map.entry("consumer", "delivery-orders"),
                        Map.entry("type", "orders.order.placed"),
                        Map.entry("cause", "event-1"),
                        Map.entry("correlation", "flow-1"));
        assertThat(MDC.getCopyOfContextMap()).containsOnly(Map.entry("loop", "delivery-orders"));
    }

    @Test
    void theEventIsNamedInTheText() {
        assertThat(EventLog.name(message(HEADERS)))
                .isEqualTo("event event-1 (evt.orders.order.536365.placed) at position 7");
        assertThat(EventLog.name(message(""))).startsWith("event without an id (evt.orders");
    }

    private static SourceMessage message(String headers) {
        return new ParkedEvent(7, "order.536365", false, 1, "evt.orders.order.536365.placed", headers, new byte[0])
                .message();
    }
}

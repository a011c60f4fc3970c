package io.millrace.chassis.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.chassis.parked.ParkedEvent;
import io.millrace.chassis.source.SourceMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

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

    @Test
    void aFailureIsALineAndItsStackIsForWhoAsksForIt() {
        Told told = new Told();
        IllegalStateException failure = new IllegalStateException("no room\nfor it", new IOException("full"));

        EventLog.warn(told, "delivery-orders parks it", failure);

        String line = "delivery-orders parks it";
        assertThat(told.lines)
                .containsExactly(
                        "WARN " + line + ": IllegalStateException: no room for it, because of IOException: full",
                        "DEBUG " + line + " with java.lang.IllegalStateException");
    }

    /** Remembers what it is told. */
    private static final class Told extends LegacyAbstractLogger {

        private static final long serialVersionUID = 1L;

        private final transient List<String> lines = new ArrayList<>();

        @Override
        protected void handleNormalizedLoggingCall(
                Level level, Marker marker, String pattern, Object[] values, Throwable cause) {
            String with = cause == null ? "" : " with " + cause.getClass().getName();
            lines.add(level + " " + MessageFormatter.basicArrayFormat(pattern, values) + with);
        }

        @Override
        protected String getFullyQualifiedCallerName() {
            return null;
        }

        @Override
        public boolean isTraceEnabled() {
            return true;
        }

        @Override
        public boolean isDebugEnabled() {
            return true;
        }

        @Override
        public boolean isInfoEnabled() {
            return true;
        }

        @Override
        public boolean isWarnEnabled() {
            return true;
        }

        @Override
        public boolean isErrorEnabled() {
            return true;
        }
    }

    private static SourceMessage message(String headers) {
        return new ParkedEvent(7, "order.536365", false, 1, "evt.orders.order.536365.placed", headers, new byte[0])
                .message();
    }
}

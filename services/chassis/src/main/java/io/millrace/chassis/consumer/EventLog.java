package io.millrace.chassis.consumer;

import io.millrace.chassis.parked.Failure;
import io.millrace.chassis.source.SourceMessage;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.MDC;

/** Log lines about one event: they bear its ids, though no handler has it in hands. */
final class EventLog {

    private EventLog() {}

    /** Writes a line with consumer, type, correlation and, as its cause, the event under {@code mdc}. */
    static void about(String consumer, SourceMessage message, Runnable line) {
        Map<String, String> before = MDC.getCopyOfContextMap();
        MDC.put("consumer", consumer);
        MDC.put("cause", idOf(message));
        put("type", message.header("ce-type"));
        put("correlation", message.header("ce-correlationid"));
        try {
            line.run();
        } finally {
            MDC.setContextMap(before == null ? Map.of() : before);
        }
    }

    /** Warns in one line that ends with the reason. The stack stands in the parked event, and here at DEBUG. */
    static void warn(Logger log, String line, Throwable cause) {
        log.warn("{}: {}", line, new Failure(cause).line());
        log.debug("{}", line, cause);
    }

    /** How a line names an event: {@code event 0198c1… (evt.orders.order.536365.placed) at position 7}. */
    static String name(SourceMessage message) {
        return "event %s (%s) at position %d".formatted(idOf(message), message.subject(), message.sequence());
    }

    private static String idOf(SourceMessage message) {
        String id = message.header("ce-id");
        return id == null || id.isEmpty() ? message.eventId().orElse("without an id") : id;
    }

    private static void put(String key, String value) {
        if (value != null) {
            MDC.put(key, value);
        }
    }
}

package io.millrace.orders.order.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.millrace.contracts.orders.OrderLine;
import java.util.List;

/**
 * How much text an order may have. An event has 900 KiB at most; a thousand lines take up to 130 kB of it for names of
 * fields, quantities and prices.
 */
final class EventText {

    /** Bytes of all descriptions and SKUs together, as JSON writes them. */
    static final int MAX_BYTES = 750_000;

    private EventText() {}

    static boolean fits(List<OrderLine> lines) {
        return lines.stream()
                        .mapToInt(line -> bytes(line.sku()) + bytes(line.description()))
                        .sum()
                <= MAX_BYTES;
    }

    private static int bytes(String text) {
        int escapes = (int) text.chars().filter(c -> c == '"' || c == '\\').count();
        return text.getBytes(UTF_8).length + escapes;
    }
}
